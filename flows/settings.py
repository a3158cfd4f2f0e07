"""Settings: arguments before the environment (`SHIZHENG_*`) before `shizheng.toml` of the working directory before the defaults."""

from __future__ import annotations

import json
import os
from pathlib import Path
from tomllib import TOMLDecodeError
from typing import TYPE_CHECKING, Literal

from pydantic import Field as Setting
from pydantic import ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from flows.errors import UsageError
from transforms.records import Field

if TYPE_CHECKING:
    from warehouse.lake import Lake


class Settings(BaseSettings):
    """What a run needs to know. Each field is an environment variable `SHIZHENG_FIELD` and a line of `shizheng.toml`."""

    model_config = SettingsConfigDict(env_prefix="SHIZHENG_", toml_file="shizheng.toml", frozen=True, extra="forbid")

    inbox: Path = Setting(Path("inbox"), description="the folder that articles are dropped into")
    lake: Path = Setting(Path("lake"), description="the folder of the lake")
    catalog: str | None = Setting(None, exclude=True, description="how to reach the PostgreSQL database that holds the lake's catalog")
    storage: str | None = Setting(None, pattern="^s3://[^/]+", description="the URL of S3 that the lake's data lies under")
    dask: str | None = Setting(None, description="the address of the Dask scheduler whose workers extract")
    batch_bytes: int = Setting(2_000_000, gt=0, description="about how many bytes of files one task reads")
    processes: int = Setting(default_factory=lambda: len(os.sched_getaffinity(0)), gt=0, description="how many processes extract")
    fields: dict[Field, str] = Setting({}, description="what records (JSON Lines, Parquet) call their fields, beside the usual names")
    document_seconds: float = Setting(120.0, gt=0, description="how many seconds of work a document may take before it is a reject")
    reject_share: float = Setting(
        0.0, ge=0, le=1, description="the share of documents read that may be rejected before a run ends with exit code 1"
    )
    language: Literal["zh", "en"] = Setting("zh", description="the language of the pages of `report` and `extract --format html`")
    cron: str = Setting("*/15 * * * *", description="when `serve` runs the flow")
    timezone: str = Setting("Asia/Shanghai", description="the time zone of `cron`")

    @property
    def place(self) -> Lake:
        """The lake that they name."""
        from warehouse.lake import Lake

        return Lake(self.lake, self.catalog, self.storage)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Where settings come from, the first first."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def settings(**given: object) -> Settings:
    """The settings, with what was given (and is not None) before all else; UsageError where one is wrong."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, part['loc']))}: {part['msg']}" for part in error.errors())
        raise UsageError(f"a setting is wrong: {wrong}", "Look at the options, the environment (SHIZHENG_*) and shizheng.toml.") from None
    except TOMLDecodeError as error:
        raise UsageError(f"shizheng.toml is no TOML: {error}", "Mend that line, or remove the file.") from None


def recorded(settings: Settings) -> str:
    """The settings as a run leaves them in the lake (JSON), the inbox by its full path: it is how the next run knows it again."""
    return json.dumps({**settings.model_dump(mode="json"), "inbox": str(settings.inbox.resolve())}, ensure_ascii=False)
