//! The ten servers of `fixtures/make/tls_servers.py`, started on loopback.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;

/// Keys and certificates for all of them, made once a run.
static CERTIFICATES: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let made = script("tls_servers.py")
        .arg("certificates")
        .arg(folder.path())
        .status();
    assert!(made.expect("python3 is installed").success());
    folder
});

/// The keys and certificates.
pub fn certificates() -> &'static Path {
    CERTIFICATES.path()
}

/// A script that makes fixtures.
pub fn script(name: &str) -> Command {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/make");
    let mut command = Command::new("python3");
    command.arg("-B").arg(folder.join(name));
    command
}

/// A running server; ends with its test.
pub struct Running {
    child: Child,
    /// Where.
    pub address: SocketAddr,
}

impl Running {
    /// Starts one by its name.
    pub fn start(name: &str) -> Self {
        let mut child = script("tls_servers.py")
            .args(["run", name])
            .arg(certificates())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3 is installed");
        let mut line = String::new();
        let out = child.stdout.take().unwrap();
        BufReader::new(out).read_line(&mut line).unwrap();
        let port = line
            .trim()
            .parse()
            .unwrap_or_else(|_| panic!("{name} does not start"));
        Self {
            child,
            address: SocketAddr::from(([127, 0, 0, 1], port)),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // The end of its input tells it to end its server.
        drop(self.child.stdin.take());
        self.child.wait().ok();
    }
}
