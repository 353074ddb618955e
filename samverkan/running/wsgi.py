"""What the web server calls: the front, then Django; and the company a serving process keeps."""

import gc
import multiprocessing
import os
import signal
import threading
import time

from django.core.wsgi import get_wsgi_application

from samverkan.journal.beacon import beacon
from samverkan.running.front import Front

application = Front(get_wsgi_application(), beacon())


def serving() -> Front:
    """Return the application for a process that serves: with listener and, if asked, worker."""
    from samverkan.running import listener, worker
    from samverkan.settings.base import environment

    threading.Thread(target=_end_with_parent, name="parent", daemon=True).start()
    listener.start()
    if environment.worker_in_server:
        worker.start_in_thread()
    # What is loaded by now stays for good; looking through it again is half of a page's time.
    gc.collect()
    gc.freeze()
    return application


def _end_with_parent() -> None:
    """End when the parent is killed: a server without one would keep the port for ever."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    parent.join()
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(3)
    os._exit(1)
