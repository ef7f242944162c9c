//! A name space with one zone, and web servers behind its names, all on loopback.

use std::fs;
use std::io::ErrorKind;
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};

use certwright::core::diagnose::expected::Expected;
use certwright::core::diagnose::{Check, CheckId, Diagnosis, Lane, Profile, Request, Setup, run};
use certwright::core::env::{DnsName, Env};
use certwright::core::finding::{Finding, Id, Severity};
use certwright::core::op::{Outcome, Report};
use certwright::core::progress::{Progress, Unwatched};
use certwright::platform;
use certwright::platform::web::{Patience, SystemNames, SystemWeb};

use crate::diagnose::world::{Signing, World, Zone};

/// The name of the order.
pub const NAME: &str = "www.example.com";
/// Where the CA looks.
pub const FILE: &str = "/.well-known/pki-validation/fileauth.txt";
/// What it looks for.
pub const CONTENT: &str = "202611250000001a2b3c4d5e6f708192a3b4c5d6e7f8";

/// Names and the ports behind 80 and 443.
pub struct Scene {
    world: World,
    pub http: u16,
    pub https: u16,
    _nginx: Option<Nginx>,
}

impl Scene {
    /// The zone example.com with these records; nobody listens.
    pub fn of(records: &str) -> Self {
        let zone = Zone::new("example.com")
            .at("ns.example.com", "127.53.1.1")
            .with(records);
        Self {
            world: World::start(Signing::None, vec![zone]),
            http: free_port(),
            https: free_port(),
            _nginx: None,
        }
    }

    /// The same with nginx; `{http}`, `{https}` and `{file}` in its servers stand for the ports and the path.
    pub fn served(records: &str, servers: &str) -> Self {
        let mut scene = Self::of(records);
        scene._nginx = Some(Nginx::start(servers, scene.http, scene.https));
        scene
    }

    /// The same with another server behind port 80.
    pub fn on(self, http: u16) -> Self {
        Self { http, ..self }
    }

    /// How to ask in this name space.
    pub fn setup(&self) -> Setup {
        let mut setup = self.world.setup();
        setup.ports.0.extend([(80, self.http), (443, self.https)]);
        setup
    }

    /// The question for the expected file.
    pub fn request(&self, profile: Profile) -> Request {
        let url = format!("http://{NAME}{FILE}");
        let content = CONTENT.as_bytes().to_vec();
        Request {
            lanes: vec![Lane::Validation],
            profile,
            expected: vec![Expected::File { url, content }],
            setup: self.setup(),
            ..Request::of(vec![DnsName::parse(NAME).unwrap()])
        }
    }

    /// Looks for the expected file at another server behind port 80.
    pub fn look_at(&self, http: u16, profile: Profile) -> Told {
        let mut request = self.request(profile);
        for (from, to) in &mut request.setup.ports.0 {
            if *from == 80 {
                *to = http;
            }
        }
        look(&request)
    }

    /// Looks for the expected file.
    pub fn look(&self, profile: Profile) -> Told {
        look(&self.request(profile))
    }

    /// Looks before anything is expected.
    pub fn probe(&self) -> Told {
        let request = Request {
            expected: Vec::new(),
            ..self.request(Profile::Br)
        };
        look(&request)
    }
}

/// What came of it.
pub struct Told(pub Arc<Diagnosis>);

/// Runs a question with a web client of little patience.
pub fn look(request: &Request) -> Told {
    match watched(request, &Unwatched) {
        Outcome::Done(Report::Diagnosis(diagnosis)) => Told(diagnosis),
        Outcome::Done(_) => panic!("another report"),
        Outcome::Failed(failure) => panic!("{failure}"),
        Outcome::Cancelled => panic!("cancelled"),
    }
}

/// The same, watched.
pub fn watched(request: &Request, progress: &dyn Progress) -> Outcome {
    let world = platform::World::new();
    let patience = Patience {
        connect: Duration::from_secs(2),
        read: Duration::from_millis(1_500),
        whole: Duration::from_secs(3),
        ..Patience::default()
    };
    let web = SystemWeb::new(patience, Arc::new(SystemNames));
    let env = Env {
        web: &web,
        dial: &certwright::core::env::NoDialer,
        ..world.env()
    };
    run(request, &env, progress)
}

impl Told {
    /// The check of one way: `http IPv4`.
    pub fn way(&self, place: &str) -> &Check {
        let mut checks = self.0.checks.iter();
        let is_it = |check: &&Check| check.key.id == CheckId::File && check.key.place == place;
        checks.find(is_it).expect(place)
    }

    /// The comparison of the ways.
    pub fn places(&self) -> &Check {
        let mut checks = self.0.checks.iter();
        checks
            .find(|check| check.key.id == CheckId::FilePlaces)
            .expect("planned")
    }

    /// Every finding of the file checks, with its severity; sorted, each once.
    pub fn ids(&self) -> Vec<(&'static str, Severity)> {
        let checks = self.0.checks.iter();
        let of_files =
            checks.filter(|check| matches!(check.key.id, CheckId::File | CheckId::FilePlaces));
        let mut ids: Vec<(&str, Severity)> = of_files
            .flat_map(|check| &check.findings)
            .map(|finding| (finding.id().name(), finding.severity))
            .collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// The first finding with an id.
    pub fn finding(&self, id: Id) -> &Finding {
        let mut findings = self.0.checks.iter().flat_map(|check| &check.findings);
        findings
            .find(|finding| finding.id() == id)
            .unwrap_or_else(|| panic!("no {id:?} in {:#?}", self.0.checks))
    }
}

/// Whether this computer has IPv6 at all; says so where it has not.
pub fn has_ipv6() -> bool {
    let has = TcpListener::bind(("::1", 0)).is_ok();
    if !has {
        eprintln!("SKIPPED: no ::1 on this computer");
    }
    has
}

/// A port of loopback where nobody listens, neither IPv4 nor IPv6. Below those that systems hand out by
/// themselves, and another one each time, so that no other test's server comes to listen there.
pub fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let first = u16::try_from(std::process::id() % 10_000).unwrap();
    for _ in 0..200 {
        let port = 20_000 + (first + NEXT.fetch_add(1, Ordering::Relaxed)) % 12_000;
        let is_free = |ip: &str| match TcpListener::bind((ip, port)) {
            Ok(_) => true,
            Err(fault) => fault.kind() != ErrorKind::AddrInUse,
        };
        if ["127.0.0.1", "127.0.0.2", "::1"].into_iter().all(is_free) {
            return port;
        }
    }
    panic!("no free port");
}

/// A running nginx; ends with its test.
struct Nginx {
    child: Child,
    _folder: tempfile::TempDir,
}

impl Nginx {
    fn start(servers: &str, http: u16, https: u16) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path().display();
        self_signed(folder.path());
        let servers = servers
            .replace("{http}", &http.to_string())
            .replace("{https}", &https.to_string())
            .replace("{file}", FILE)
            .replace("{content}", CONTENT);
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|kind| format!("{kind}_temp_path {at}/{kind};\n"))
            .concat();
        let configuration = format!(
            "daemon off; master_process off; pid {at}/pid; error_log {at}/error.log;\n\
             events {{}}\nhttp {{ access_log off; default_type text/plain;\n{temporary}\
             ssl_certificate {at}/cert.pem; ssl_certificate_key {at}/key.pem;\n{servers}\n}}\n"
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
        while TcpStream::connect(("127.0.0.1", http)).is_err() {
            assert!(begun.elapsed() < Duration::from_secs(10), "nginx is silent");
            std::thread::sleep(Duration::from_millis(20));
        }
        Self {
            child,
            _folder: folder,
        }
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn self_signed(folder: &std::path::Path) {
    let made = Command::new("openssl")
        .args("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30".split(' '))
        .args(["-subj", "/CN=self-signed.example", "-keyout"])
        .arg(folder.join("key.pem"))
        .arg("-out")
        .arg(folder.join("cert.pem"))
        .stderr(Stdio::null())
        .status()
        .expect("openssl is installed");
    assert!(made.success());
}
