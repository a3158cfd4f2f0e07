"""Whether a run asked for on the command line takes place on a Prefect server or here.

A flow run needs a server. Where none is configured Prefect starts a temporary one, which takes more than ten seconds and forgets the run
when it stops; the same steps then run as plain functions, and the run is recorded in `loads` like every other.
"""

from __future__ import annotations

import os
from pathlib import Path


def server_configured() -> bool:
    """Whether a Prefect server is named in the environment, or by a profile or a file of settings that Prefect would read."""
    if os.environ.get("PREFECT_API_URL"):
        return True
    home = Path(os.environ.get("PREFECT_HOME", "~/.prefect")).expanduser()
    if not any(path.exists() for path in (home / "profiles.toml", Path("prefect.toml"))):
        return False
    from prefect.settings import PREFECT_API_URL

    return bool(PREFECT_API_URL.value())
