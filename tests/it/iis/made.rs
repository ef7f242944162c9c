//! A server made of a few lines.

use std::path::Path;
use std::sync::Arc;

use certwright::core::env::memory::{FixedClock, MemoryFiles, MemoryIis};
use certwright::core::env::{Env, HostFault};
use certwright::core::finding::{Id, Severity};
use certwright::core::iis::flags::HttpSysFlags;
use certwright::core::iis::http_sys::{EntryKey, IIS_APP_ID, SslEntry};
use certwright::core::iis::scan::{self, Scan};
use certwright::core::iis::store::{KeyLink, Listed, StoreCertificate, Thumbprint};
use certwright::core::iis::version::IisVersion;
use certwright::core::progress::Unwatched;
use certwright::core::time::Moment;
use certwright::core::x509::Certificate;
use certwright::platform::World;

/// Where the configuration lies.
pub const CONFIG: &str = "/server/applicationHost.config";

/// The moment of every judgement.
pub fn now() -> Moment {
    Moment::parse("2026-11-23T10:42:00Z").expect("a moment")
}

/// A server.
pub struct Server {
    pub iis: MemoryIis,
    pub files: MemoryFiles,
    is_live: bool,
}

/// A site with its bindings, each `protocol bindingInformation sslFlags`.
pub fn site(name: &str, id: u32, bindings: &[&str]) -> String {
    let mut text = format!(
        "<site name=\"{name}\" id=\"{id}\">\n<application path=\"/\"><virtualDirectory path=\"/\" physicalPath=\"D:\\sites\\{name}\" /></application>\n<bindings>\n"
    );
    for binding in bindings {
        let mut words = binding.split(' ');
        let protocol = words.next().expect("a protocol");
        let information = words.next().expect("information");
        let flags = words
            .next()
            .map_or(String::new(), |flags| format!(" sslFlags=\"{flags}\""));
        text.push_str(&format!(
            "<binding protocol=\"{protocol}\" bindingInformation=\"{information}\"{flags} />\n"
        ));
    }
    text + "</bindings>\n</site>\n"
}

/// The whole file.
pub fn whole(sites: &[String], behind: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<configuration>\n<system.applicationHost>\n<sites>\n{}</sites>\n</system.applicationHost>\n{behind}</configuration>\n",
        sites.concat()
    )
}

impl Server {
    /// One with these sites, of which nothing else is known.
    pub fn of(sites: &[String]) -> Self {
        Self::written(&whole(sites, ""))
    }

    /// One with this configuration.
    pub fn written(config: &str) -> Self {
        Self {
            iis: MemoryIis {
                version: Ok(IisVersion::V10_2022),
                entries: Err(HostFault::NotAsked),
                certificates: Err(HostFault::NotAsked),
                ..MemoryIis::default()
            },
            files: MemoryFiles::default().with(CONFIG, config.as_bytes()),
            is_live: true,
        }
    }

    /// With this version.
    pub fn version(mut self, version: IisVersion) -> Self {
        self.iis.version = Ok(version);
        self
    }

    /// Of which the version is not known.
    pub fn unknown(mut self) -> Self {
        self.is_live = false;
        self
    }

    /// With entries in http.sys: key and certificate.
    pub fn entries(mut self, entries: &[(&str, Option<&StoreCertificate>)]) -> Self {
        let entry = |(key, held): &(&str, Option<&StoreCertificate>)| SslEntry {
            key: EntryKey::parse(key).expect("a key"),
            thumbprint: held.map(|held| held.thumbprint),
            app_id: Some(IIS_APP_ID.into()),
            store: Some("MY".into()),
            flags: HttpSysFlags::default(),
        };
        self.iis.entries = Ok(entries.iter().map(entry).collect());
        self
    }

    /// With certificates in its stores.
    pub fn certificates(mut self, held: &[&StoreCertificate]) -> Self {
        self.iis.certificates = Ok(held.iter().map(|held| (*held).clone()).collect());
        self
    }

    /// With another file beside.
    pub fn file(mut self, path: &str, text: &str) -> Self {
        self.files = self.files.with(path, text.as_bytes());
        self
    }

    /// The world with this server in it.
    pub fn with_env<R>(&self, act: impl FnOnce(&Env<'_>) -> R) -> R {
        let world = World::new();
        let clock = FixedClock(now());
        let env = Env {
            files: &self.files,
            clock: &clock,
            iis: &self.iis,
            ..world.env()
        };
        act(&env)
    }

    /// Looks at it.
    pub fn scan(&self) -> Scan {
        self.scan_with(scan::Request::default())
    }

    /// Looks at it with further wishes.
    pub fn scan_with(&self, request: scan::Request) -> Scan {
        let request = scan::Request {
            config: request.config.or(Some(CONFIG.into())),
            ask_this_computer: self.is_live,
            ..request
        };
        self.with_env(|env| scan::scan(&request, env, &Unwatched))
            .expect("a scan")
            .expect("not cancelled")
    }
}

/// Ids and severities of what is wrong with bindings, sites and the file.
pub fn told(scan: &Scan) -> Vec<(Id, Severity)> {
    let all = scan.notices.iter();
    all.map(|notice| (notice.finding.id(), notice.finding.severity))
        .collect()
}

/// A certificate of the stores from a PEM fixture.
pub fn held(fixture: &str) -> StoreCertificate {
    let path = crate::fixture::folder(fixture);
    let certificate = Certificate::parse(&crate::fixture::der(&path)).expect("a certificate");
    of(certificate)
}

/// A certificate of the stores.
pub fn of(certificate: Certificate) -> StoreCertificate {
    StoreCertificate {
        store: "MY".into(),
        thumbprint: Thumbprint(certificate.fingerprint_sha1()),
        friendly_name: None,
        key: KeyLink::Present,
        certificate: Some(Arc::new(certificate)),
        listed: Listed::default(),
    }
}

/// One made on the spot for these names, valid between two days.
pub fn issued(names: &[&str], from: &str, until: &str) -> StoreCertificate {
    use rcgen::{CertificateParams, KeyPair};
    let moment = |text: &str| {
        let day = Moment::parse(text)
            .expect("a day")
            .civil()
            .expect("in the calendar");
        rcgen::date_time_ymd(
            i32::from(day.year()),
            day.month().unsigned_abs(),
            day.day().unsigned_abs(),
        )
    };
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let mut parameters = CertificateParams::new(names).expect("parameters");
    parameters.not_before = moment(from);
    parameters.not_after = moment(until);
    let key = KeyPair::generate().expect("a key");
    let certificate = parameters.self_signed(&key).expect("a certificate");
    of(Certificate::parse(certificate.der()).expect("a certificate"))
}

/// A sound one for these names.
pub fn sound(names: &[&str]) -> StoreCertificate {
    issued(names, "2026-10-01", "2027-10-01")
}

/// The path of a fixture.
pub fn web_03() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/iis/web-03")
}
