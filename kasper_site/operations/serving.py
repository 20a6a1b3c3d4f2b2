"""The server: gunicorn in this process, its workers and the scheduler as its children."""

import os
import signal
import sys
import time
from collections.abc import Callable

from django.conf import settings
from django.core.servers.basehttp import get_internal_wsgi_application
from django.db import connections
from django.urls import get_resolver
from gunicorn import glogging
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

from kasper_site.operations import processes, scheduler

SCHEDULER_SECONDS = 2
PATIENCE_SECONDS = 10
WORKERS, THREADS = 2, 4
LONGEST_REQUEST_LINE = 8190  # bytes, the most that gunicorn can: a whole paragraph pasted into the search is answered


class LineLogger(glogging.Logger):
    """Gunicorn's messages as log lines like all others."""

    def setup(self, cfg):
        super().setup(cfg)
        self.error_log.handlers.clear()
        self.error_log.propagate = True


class Master(Arbiter):
    """Gunicorn's master, which keeps one more child alive: the scheduler."""

    scheduler_pid = 0

    def manage_workers(self):
        if not processes.is_alive(self.scheduler_pid):
            self.scheduler_pid = self._start_scheduler()
        super().manage_workers()

    def stop(self, graceful=True):
        self._signal_scheduler(signal.SIGTERM)
        super().stop(graceful)
        limit = time.monotonic() + PATIENCE_SECONDS
        while processes.is_alive(self.scheduler_pid) and time.monotonic() < limit:
            self.reap_workers()
            time.sleep(0.05)
        self._signal_scheduler(signal.SIGKILL)

    def _start_scheduler(self) -> int:
        """Fork the scheduler; it ends when the master ends, even if that is killed."""
        master = os.getpid()
        # Blocked across the fork, so that a signal to stop waits for the scheduler and not for gunicorn's handler.
        previous = signal.pthread_sigmask(signal.SIG_BLOCK, scheduler.STOP_SIGNALS)
        if pid := os.fork():
            signal.pthread_sigmask(signal.SIG_SETMASK, previous)
            return pid
        for number in self.SIGNALS:
            signal.signal(number, signal.SIG_DFL)
        status = 1
        try:
            processes.end_with(master)
            for listener in self.LISTENERS:
                listener.close()
            scheduler.run_forever(SCHEDULER_SECONDS)
            status = 0
        finally:
            os._exit(status)

    def _signal_scheduler(self, number: int) -> None:
        if processes.is_alive(self.scheduler_pid):
            os.kill(self.scheduler_pid, number)


class Server(BaseApplication):
    """The site's own WSGI application under gunicorn; `on_ready` is called once, when it answers."""

    def __init__(self, on_ready: Callable[[], None]):
        self.on_ready = on_ready
        super().__init__()

    def load_config(self):
        for name, value in options().items():
            self.cfg.set(name, value)
        self.cfg.set("post_worker_init", lambda worker: self.on_ready() if worker.age == 1 else None)

    def load(self):
        application = get_internal_wsgi_application()
        # Everything that a first request would import is imported once, before the workers are forked.
        _ = get_resolver().url_patterns
        return application

    def run(self):
        Master(self).run()


def options() -> dict:
    """Gunicorn's settings, as in production: behind a buffering proxy, on its address alone."""
    host, port = settings.LISTEN_ADDRESS
    return {
        "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
        "worker_class": "gthread",
        "workers": WORKERS,
        "threads": THREADS,
        "preload_app": True,
        "control_socket_disable": True,
        "graceful_timeout": PATIENCE_SECONDS,
        "limit_request_line": LONGEST_REQUEST_LINE,
        "worker_tmp_dir": "/dev/shm" if os.access("/dev/shm", os.W_OK) else None,  # noqa: S108  heartbeats off the disk
        "logger_class": LineLogger,
        "loglevel": "warning",
        "proc_name": "kasper",
    }


def serve(on_ready: Callable[[], None]) -> None:
    """Serve until SIGTERM or Ctrl-C. No database connection crosses the fork."""
    sys.stdout.flush()
    connections.close_all()
    for connection in connections.all(initialized_only=True):
        if hasattr(connection, "close_pool"):
            connection.close_pool()
    Server(on_ready).run()
