"""Renders the content of executed notebooks as HTML, all in one process, by nbconvert.

The job comes as JSON on standard input; one line of JSON per page goes to standard output.

Job: {"templates": DIR, "pages": [{"name": ..., "notebook": FILE, "html": FILE}, ...]}
"""

import json
import re
import sys
import time

import nbformat
from nbconvert.exporters import HTMLExporter


def link_pages(html, names):
    """Links from one notebook to another lead to its page."""
    known = "|".join(re.escape(name) for name in names)
    return re.sub(rf'href="(?:\./)?({known})\.ipynb(#[^"]*)?"', r'href="\1.html\2"', html)


def plain_dollars(document):
    """R\\$ is how prose keeps a dollar from opening a formula; these pages set no formulas."""
    for cell in document.cells:
        if cell.cell_type == "markdown":
            cell.source = cell.source.replace("\\$", "&#36;")
        for output in cell.get("outputs", []):
            if "text/markdown" in output.get("data", {}):
                output.data["text/markdown"] = output.data["text/markdown"].replace("\\$", "&#36;")


def main():
    job = json.load(sys.stdin)
    pages = job["pages"]
    exporter = HTMLExporter(
        template_name="causeway", extra_template_basedirs=[job["templates"]], embed_images=True
    )
    for page in pages:
        started = time.monotonic()
        document = nbformat.read(page["notebook"], as_version=4)
        plain_dollars(document)
        html, _ = exporter.from_notebook_node(document)
        with open(page["html"], "w", encoding="utf-8") as file:
            file.write(link_pages(html, [p["name"] for p in pages]))
        seconds = round(time.monotonic() - started, 3)
        print(json.dumps({"event": "rendered", "name": page["name"], "seconds": seconds}), flush=True)


if __name__ == "__main__":
    main()
