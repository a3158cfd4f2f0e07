from importlib.metadata import version

from tests.warehouse.releases import FOLDER, pack

pack(FOLDER / f"{version('shizheng')}.tar.gz")
