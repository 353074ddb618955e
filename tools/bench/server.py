"""Starting what is measured from outside: `samverkan serve`, and nginx."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from samverkan.running.installation import ROOT
from tools.bench.bars import NotMeasured
from tools.bench.place import HOST, environment

WORKERS = 2
PATIENCE = 40


@dataclass(frozen=True)
class Running:
    """A server that was started here: its port, and its first process."""

    port: int
    process: subprocess.Popen[bytes]

    def cpu(self) -> float:
        """Return the seconds of CPU that the process and its children have used so far."""
        return sum(map(_cpu_of, _family(self.process.pid)))


@contextmanager
def serving(database: str, workers: int = WORKERS) -> Iterator[Running]:
    """Have `samverkan serve` running as in production."""
    port = free_port()
    command = [sys.executable, "-m", "samverkan", "serve", "--port", str(port)]
    process = subprocess.Popen(
        [*command, "--workers", str(workers)],
        cwd=ROOT,
        env={**os.environ, **environment(database)},
    )
    try:
        wait_for(port, process)
        yield Running(port, process)
    finally:
        process.terminate()
        process.wait(20)


@contextmanager
def nginx(page: bytes, backend: int) -> Iterator[tuple[Running, Running]]:
    """Have nginx running; give it as it serves the bytes as a file, and as the shipped cache."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        raise NotMeasured("nginx saknas (apt-get install nginx-light)")
    files, shared = free_port(), free_port()
    with tempfile.TemporaryDirectory(prefix="samverkan-bench-") as name:
        folder = Path(name)
        (folder / "page").write_bytes(page)
        (folder / "nginx.conf").write_text(_configuration(folder, files, shared, backend))
        process = subprocess.Popen(
            [program, "-p", name, "-c", str(folder / "nginx.conf"), "-e", "stderr"],
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_for(files, process)
            yield Running(files, process), Running(shared, process)
        finally:
            process.terminate()
            process.wait(20)


def _configuration(folder: Path, files: int, shared: int, backend: int) -> str:
    user = "user root;" if os.geteuid() == 0 else ""
    return f"""
        {user}
        daemon off;
        pid {folder}/nginx.pid;
        worker_processes {WORKERS};
        events {{ worker_connections 512; }}
        http {{
            access_log off;
            sendfile on;
            tcp_nopush on;
            open_file_cache max=100;
            keepalive_requests 1000000000;
            client_body_temp_path {folder}/body;
            proxy_temp_path {folder}/proxy;
            fastcgi_temp_path {folder}/fastcgi;
            uwsgi_temp_path {folder}/uwsgi;
            scgi_temp_path {folder}/scgi;
            server {{
                listen 127.0.0.1:{files};
                root {folder};
                location / {{
                    try_files /page =404;
                    default_type "text/html; charset=utf-8";
                    add_header Content-Encoding gzip;
                }}
            }}
            {_shipped(folder, shared, backend)}
        }}
    """


def _shipped(folder: Path, port: int, backend: int) -> str:
    """Return deploy/nginx.conf as it is, but without TLS, and with folders and ports of ours."""
    text = (ROOT / "deploy" / "nginx.conf").read_text()
    proxy = (ROOT / "deploy" / "nginx-proxy.conf").read_text()
    (folder / "samverkan-proxy.conf").write_text(proxy.replace("$scheme", "https"))
    text = re.sub(r"server \{\s*listen 80;.*?\n\}\n", "", text, flags=re.DOTALL)
    text = re.sub(r"listen 443 [^;]*;", f"listen 127.0.0.1:{port};", text)
    text = re.sub(r"^\s*(ssl_|http2).*\n", "", text, flags=re.MULTILINE)
    text = text.replace("/var/cache/nginx/samverkan", str(folder / "cache"))
    text = text.replace("/etc/nginx/samverkan-proxy.conf", str(folder / "samverkan-proxy.conf"))
    return text.replace("127.0.0.1:8000", f"127.0.0.1:{backend}").replace("$scheme", "https")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until a server answers something. Raises RuntimeError when it ends, or is too slow."""
    asked = f"HEAD /halsa/ HTTP/1.0\r\nHost: {HOST}\r\n\r\n".encode()
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
                line.sendall(asked)
                if line.recv(1):
                    return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError("the server did not start")


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in children for one in _family(int(child)))]


def _cpu_of(pid: int) -> float:
    """Return the seconds of CPU of one process, also those spent in the kernel for it."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
