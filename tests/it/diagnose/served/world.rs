//! nginx on loopback, and one check of a run against it.

use std::fs;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use certwright::core::bundle::trust::TrustChoice;
use certwright::core::diagnose::{
    Against, Check, CheckId, CheckKey, Diagnosis, Lane, Request, run,
};
use certwright::core::env::{Clock, DnsName, Env};
use certwright::core::finding::{Fact, Id, ServedFact};
use certwright::core::op::{Outcome, Report};
use certwright::core::progress::Unwatched;
use certwright::core::time::Moment;
use certwright::platform;

use super::pki::{Made, Pki};

/// The name that is asked for.
pub const NAME: &str = "shop.tls.test";

/// nginx with servers of its own, and files beside its configuration.
pub struct Nginx {
    child: Child,
    folder: tempfile::TempDir,
    pub port: u16,
}

impl Nginx {
    /// In the servers `{port}` and `{at}` stand for the port and the folder of the files.
    pub fn start(files: &[(&str, Vec<u8>)], servers: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path().display().to_string();
        for (name, bytes) in files {
            fs::write(folder.path().join(name), bytes).unwrap();
        }
        let port = free_port();
        let servers = servers
            .replace("{port}", &port.to_string())
            .replace("{at}", &at);
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|kind| format!("{kind}_temp_path {at}/{kind};\n"))
            .concat();
        let configuration = format!(
            "daemon off; master_process off; pid {at}/pid; error_log {at}/error.log;\n\
             events {{}}\nhttp {{ access_log off;\n{temporary}{servers}\n}}\n"
        );
        let file = folder.path().join("nginx.conf");
        fs::write(&file, configuration).unwrap();
        let child = Command::new("/usr/sbin/nginx")
            .arg("-p")
            .arg(folder.path())
            .arg("-e")
            .arg(folder.path().join("error.log"))
            .arg("-c")
            .arg(&file)
            .stdout(Stdio::null())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("nginx is installed");
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let told = || fs::read_to_string(folder.path().join("error.log"));
            assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", told());
            std::thread::sleep(Duration::from_millis(20));
        }
        Self {
            child,
            folder,
            port,
        }
    }

    /// One site with this chain and key.
    pub fn site(chain: &str, key: &str) -> Self {
        let files = [("c", chain.into()), ("k", key.into())];
        Self::start(&files, &server("127.0.0.1", "c", "k", ""))
    }

    pub fn at(&self, address: &str) -> SocketAddr {
        format!("{address}:{}", self.port).parse().unwrap()
    }

    /// A file beside the configuration.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// A server block.
pub fn server(address: &str, chain: &str, key: &str, more: &str) -> String {
    format!(
        "server {{ listen {address}:{{port}} ssl; ssl_certificate {{at}}/{chain}; \
         ssl_certificate_key {{at}}/{key}; {more} }}\n"
    )
}

pub fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    listener.local_addr().unwrap().port()
}

/// A question about the name at these places, with a root of one's own.
pub struct Asking {
    pub request: Request,
    later: Option<i64>,
    _roots: tempfile::NamedTempFile,
}

impl Asking {
    pub fn at(pki: &Pki, places: &[SocketAddr]) -> Self {
        let roots = tempfile::Builder::new().suffix(".pem").tempfile().unwrap();
        fs::write(roots.path(), &pki.root.made.pem).unwrap();
        let request = Request {
            lanes: vec![Lane::Connection],
            connect: places.to_vec(),
            trust: TrustChoice::Path(roots.path().to_owned()),
            ..Request::of(vec![DnsName::parse(NAME).unwrap()])
        };
        Self {
            request,
            later: None,
            _roots: roots,
        }
    }

    pub fn against(mut self, made: &Made) -> Self {
        self.request.against = Some(Against {
            label: "fullchain.pem".to_owned(),
            certificates: vec![made.certificate()],
        });
        self
    }

    /// With the clock so many seconds ahead.
    pub fn later(self, seconds: i64) -> Self {
        Self {
            later: Some(seconds),
            ..self
        }
    }

    /// One check of it.
    pub fn check(&self, id: CheckId) -> Told {
        let name = DnsName::parse(NAME).unwrap();
        let key = CheckKey::of(id, &name);
        let request = Request {
            only: Some(key.clone()),
            ..self.request.clone()
        };
        let world = platform::World::new();
        let env = world.env();
        let now = Moment(env.clock.now().0 + self.later.unwrap_or(0));
        let clock = At(now);
        let env = Env {
            clock: &clock,
            ..env
        };
        match run(&request, &env, &Unwatched) {
            Outcome::Done(Report::Diagnosis(found)) => Told {
                check: found.check(&key).expect("the check ran").clone(),
                found,
            },
            _ => panic!("another outcome"),
        }
    }
}

struct At(Moment);

impl Clock for At {
    fn now(&self) -> Moment {
        self.0
    }
}

/// What came of a check.
pub struct Told {
    pub check: Check,
    pub found: Arc<Diagnosis>,
}

impl Told {
    pub fn ids(&self) -> Vec<Id> {
        let findings = self.check.findings.iter();
        findings.map(|finding| finding.id()).collect()
    }

    pub fn served(&self) -> Vec<&ServedFact> {
        let facts = self.check.findings.iter().map(|finding| &finding.fact);
        facts
            .filter_map(|fact| match fact {
                Fact::Served(fact) => Some(fact),
                _ => None,
            })
            .collect()
    }

    /// The summary as the report has it.
    pub fn summary(&self) -> String {
        serde_json::to_string(&self.check.summary).unwrap()
    }
}
