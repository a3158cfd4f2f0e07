"""The description of an export for programs: `datapackage.json`, a Frictionless Data Package (specs.frictionlessdata.io)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import file_digest
from pathlib import Path

from warehouse.columns import Column, Type
from warehouse.export.things import Resource, Thing
from warehouse.snapshots import Snapshot

Json = Mapping[str, object]

_TYPES = {
    Type.TEXT: "string",
    Type.TEXTS: "array",
    Type.INTEGER: "integer",
    Type.BIGINT: "integer",
    Type.BIGINTS: "array",
    Type.NUMBER: "number",
    Type.SHARE: "number",
    Type.DATE: "date",
    Type.TIME: "datetime",
    Type.FLAG: "boolean",
    Type.RANGES: "array",
}
_TABULAR = frozenset({"csv", "parquet", "xlsx"})


def package(snapshot: Snapshot, resources: Sequence[Resource], folder: Path) -> None:
    """Write `datapackage.json` for complete files that lie in the folder."""
    descriptor = {
        "profile": "data-package",
        "name": "shizheng",
        "title": "Facts from news on public safety and grassroots governance, each with the characters that state it",
        "created": f"{snapshot.made:%Y-%m-%dT%H:%M:%SZ}",
        "snapshot": snapshot.number,
        "resources": [_resource(resource) for resource in resources],
    }
    folder.joinpath("datapackage.json").write_text(json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _resource(resource: Resource) -> Json:
    tabular = resource.form in _TABULAR
    with resource.path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    about = " / ".join((resource.holds[0].en, resource.holds[0].zh)) if tabular else "Tables and views in a DuckDB database"
    return {
        "profile": "tabular-data-resource" if tabular else "data-resource",
        "name": resource.name.replace("_", "-"),
        "path": resource.path.name,
        "description": ". ".join(part for part in (about, resource.note) if part),
        "format": resource.form,
        "mediatype": resource.mediatype,
        "bytes": resource.path.stat().st_size,
        "hash": f"sha256:{digest}",
        **resource.more,
        **({"schema": _schema(resource.holds[0])} if tabular else {"tables": {thing.name: _schema(thing) for thing in resource.holds}}),
    }


def _schema(thing: Thing) -> Json:
    fields = [_field(column) for column in thing.columns]
    return {"fields": fields, "missingValues": [""], **({"primaryKey": list(thing.key)} if thing.key else {})}


def _field(column: Column) -> Json:
    unit = f" [{column.unit}]" if column.unit else ""
    return {"name": column.name, "type": _TYPES[column.type], "title": column.zh, "description": column.en + unit}
