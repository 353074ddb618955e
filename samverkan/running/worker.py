"""The worker: procrastinate's, in a process of its own or in a thread of the server."""

import asyncio
import contextlib
import logging
import threading
from multiprocessing.util import Finalize

from procrastinate import App
from procrastinate.contrib.django import app as django_app

STALLED = 60.0  # seconds between looks for jobs whose worker was killed
logger = logging.getLogger(__name__)


async def work(*, in_thread: bool = False) -> None:
    """Do the jobs until cancelled; those of a worker that was killed are put back first."""
    connector = django_app.connector.get_worker_connector()  # type: ignore[attr-defined]
    app = django_app.with_connector(connector)
    async with app.open_async():
        rescue = asyncio.create_task(_put_back_stalled(app))
        try:
            await app.run_worker_async(
                install_signal_handlers=not in_thread,
                concurrency=1,
                delete_jobs="successful",
                shutdown_graceful_timeout=5,
            )
        finally:
            rescue.cancel()


def start_in_thread() -> None:
    """Work in a thread of this process, until the process ends."""
    loop = asyncio.new_event_loop()
    task = loop.create_task(_stay())
    thread = threading.Thread(target=_run, args=(loop, task), name="worker", daemon=True)
    thread.start()

    def stop() -> None:
        loop.call_soon_threadsafe(task.cancel)
        thread.join(8)

    Finalize(None, stop, exitpriority=10)


def _run(loop: asyncio.AbstractEventLoop, task: asyncio.Task[None]) -> None:
    with contextlib.suppress(asyncio.CancelledError):
        loop.run_until_complete(task)


async def _stay() -> None:
    while True:
        try:
            await work(in_thread=True)
        except Exception:
            logger.exception("the worker stopped; it starts again in five seconds")
        await asyncio.sleep(5)


async def _put_back_stalled(app: App) -> None:
    while True:
        try:
            for job in await app.job_manager.get_stalled_jobs():
                await app.job_manager.retry_job(job)
        except Exception:
            logger.exception("stalled jobs were not put back; the next look tries again")
        await asyncio.sleep(STALLED)
