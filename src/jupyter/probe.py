"""Says, as one line of JSON, which version this Python is and which of the named packages it has.

Each package is really imported: a broken or half-finished installation counts as missing.
"""

import importlib
import importlib.metadata
import json
import sys


def version(package):
    try:
        importlib.import_module(package)
        return importlib.metadata.version(package)
    except Exception:
        return None


if __name__ == "__main__":
    found = {package: version(package) for package in sys.argv[1:]}
    python = ".".join(str(part) for part in sys.version_info[:3])
    print(json.dumps({"python": python, "packages": {k: v for k, v in found.items() if v}}))
