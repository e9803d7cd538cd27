"""Runs notebooks one after another over their real kernel, by nbclient.

The job comes as one line of JSON on standard input, which the parent keeps open while it lives: when
it ends, the parent is gone and so is this process with its kernel. What happens is told on standard
output, one line of JSON per event (src/jupyter/events.ts declares them).

Job: {"kernel": "tslab", "cellTimeoutSeconds": 600, "kernelLog": FILE, "trail": FILE,
      "notebooks": [{"name": ..., "source": FILE, "executed": FILE, "workingDir": DIR}, ...]}
"""

import asyncio
import contextlib
import json
import os
import signal
import sys
import threading
import time

import nbformat
from jupyter_client import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

KERNEL_START_SECONDS = 60
# tslab leaves a cell "ok" when a promise nobody awaited rejects, and says it here.
UNCAUGHT = ("UnhandledPromiseRejection:", "UncaughtException:")
# Runs after the last cell, so that what that one left behind has a moment to fail.
SETTLE = "await new Promise((resolve) => setTimeout(resolve, 50))"


class Stop(Exception):
    """A cell failed; the event was sent and the notebook is left."""


def tell(event, **fields):
    # With nobody left to hear it, what remains is to end the kernels.
    with contextlib.suppress(BrokenPipeError):
        print(json.dumps({"event": event, **fields}), flush=True)


def code_cells(notebook):
    return [c for c in notebook.cells if c.cell_type == "code" and c.source.strip()]


def error_text(cell):
    texts = [o.get("text", "") for o in cell.outputs if o.output_type == "stream" and o.name == "stderr"]
    texts += ["\n".join(o.get("traceback", [])) for o in cell.outputs if o.output_type == "error"]
    return "".join(texts)


def uncaught(cell):
    return any(
        o.output_type == "stream" and o.name == "stderr" and o.text.startswith(UNCAUGHT)
        for o in cell.outputs
    )


class Trail:
    """The statements that cells put to the artifacts: kernels write them down, one a line as JSON."""

    def __init__(self, path):
        self.path = path
        self.read = 0

    def news(self):
        """What was asked since the last call."""
        if not os.path.exists(self.path):
            return []
        with open(self.path, encoding="utf-8") as file:
            file.seek(self.read)
            lines = file.read().splitlines()
            self.read = file.tell()
        return [json.loads(line) for line in lines]


async def start_kernel(job, notebook):
    manager = AsyncKernelManager(kernel_name=job["kernel"])
    with open(job["kernelLog"], "a") as log:
        await manager.start_kernel(cwd=notebook["workingDir"], stdout=log, stderr=log)
    tell("kernel", pid=manager.provisioner.pid)
    return manager


async def end_kernel(manager, now=False):
    pid = manager.provisioner.pid
    await manager.shutdown_kernel(now=now)
    tell("kernel-end", pid=pid)


async def connect(manager):
    client = manager.client()
    client.start_channels()
    await client.wait_for_ready(timeout=KERNEL_START_SECONDS)
    return client


async def run_cells(job, notebook, manager):
    document = nbformat.read(notebook["source"], as_version=4)
    cells = code_cells(document)
    tell("notebook", name=notebook["name"], cells=len(cells))
    channels = await connect(manager)

    def client_for(notebook_node):
        client = NotebookClient(
            notebook_node, km=manager, timeout=job["cellTimeoutSeconds"], record_timing=False
        )
        client.kc = channels
        client.reset_execution_trackers()
        return client

    try:
        client = client_for(document)
        trail = Trail(job["trail"])
        trail.news()
        for number, cell in enumerate(cells, 1):
            await run_cell(notebook["name"], client, cell, number, len(cells), trail)
        settling = client_for(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(SETTLE)]))
        await settle(notebook["name"], settling, cells)
    finally:
        channels.stop_channels()
    nbformat.write(document, notebook["executed"])
    return len(cells)


async def run_cell(name, client, cell, number, of, trail):
    tell("cell", name=name, number=number, of=of)
    started = time.monotonic()
    failure = await attempt(client, cell, client.nb.cells.index(cell), number)
    if failure is not None:
        fail(name, cell, number, of, failure, error_text(cell))
    seconds = round(time.monotonic() - started, 3)
    tell("cell-done", name=name, number=number, of=of, seconds=seconds, asked=trail.news())


async def settle(name, client, cells):
    failure = await attempt(client, client.nb.cells[0], 0, None)
    if failure is not None and cells:
        fail(name, cells[-1], len(cells), len(cells), failure, error_text(client.nb.cells[0]))


async def attempt(client, cell, index, count):
    """Executes a cell; answers why it did not end well, or None."""
    try:
        await client.async_execute_cell(cell, index, execution_count=count)
    except CellExecutionError:
        return "error"
    except CellTimeoutError:
        return "timeout"
    except DeadKernelError:
        return "kernel-died"
    return "unhandled-rejection" if uncaught(cell) else None


def fail(name, cell, number, of, reason, error):
    tell("failed", name=name, number=number, of=of, reason=reason, source=cell.source, error=error)
    raise Stop


async def run(job):
    """Runs the notebooks in order, past those that fail. The next kernel starts, and the last one ends, meanwhile."""
    managers = []
    endings = []

    async def begin(notebook):
        managers.append(await start_kernel(job, notebook))
        return managers[-1]

    notebooks = job["notebooks"]
    upcoming = asyncio.ensure_future(begin(notebooks[0]))
    try:
        for notebook, following in zip(notebooks, notebooks[1:] + [None]):
            started = time.monotonic()
            manager = await upcoming
            upcoming = asyncio.ensure_future(begin(following)) if following else None
            try:
                cells = await run_cells(job, notebook, manager)
            except Stop:
                cells = None
            endings.append(asyncio.ensure_future(end_kernel(manager, now=cells is None)))
            if cells is None:
                continue
            seconds = round(time.monotonic() - started, 3)
            tell("notebook-done", name=notebook["name"], cells=cells, seconds=seconds)
        await asyncio.gather(*endings)
    finally:
        await end_all(managers, [task for task in [upcoming, *endings] if task])


async def end_all(managers, pending):
    for task in pending:
        with contextlib.suppress(Exception, asyncio.CancelledError):
            await task
    for manager in managers:
        if manager.has_kernel:
            await end_kernel(manager, now=True)


def end_with_parent(loop, task):
    """Cancels the run when the parent closes our standard input, which it does at the latest by dying."""

    def watch():
        while os.read(0, 4096):
            pass
        loop.call_soon_threadsafe(task.cancel)

    threading.Thread(target=watch, daemon=True).start()


async def main():
    # os.read, not sys.stdin: the watching thread must not hold a lock at exit.
    line = b""
    while not line.endswith(b"\n"):
        part = os.read(0, 65536)
        if not part:
            return 1
        line += part
    loop = asyncio.get_running_loop()
    task = asyncio.ensure_future(run(json.loads(line)))
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, task.cancel)
    end_with_parent(loop, task)
    try:
        await task
        return 0
    except asyncio.CancelledError:
        return 1
    except Exception as fault:
        tell("fault", message=f"{type(fault).__name__}: {fault}")
        return 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
