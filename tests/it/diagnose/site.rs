//! A site on loopback as people set one up: a root of its own, an intermediate, a certificate, `openssl s_server`.

use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

use certwright::core::time::Moment;
use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose,
};

use super::file::scene::free_port;

/// The name of the site.
pub const NAME: &str = "shop.example.com";

/// A certificate with its key, in PEM.
pub struct Made {
    pub certificate: String,
    pub key: String,
}

/// Root, intermediate, and what it issues, as files.
pub struct Site {
    folder: tempfile::TempDir,
    intermediate: (CertificateParams, KeyPair, String),
}

fn authority(name: &str) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    lasting(&mut params, -400, 3_000);
    params
}

fn lasting(params: &mut CertificateParams, from_days: i64, to_days: i64) {
    let now = SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs();
    let day = |days: i64| {
        let moment = Moment(i64::try_from(now).unwrap() + days * 86_400).to_string();
        let mut parts = moment.split(['-', 'T']).map(|part| part.parse::<i32>());
        let mut next = || parts.next().unwrap().unwrap();
        let (year, month, day) = (next(), next(), next());
        rcgen::date_time_ymd(year, month as u8, day as u8)
    };
    params.not_before = day(from_days);
    params.not_after = day(to_days);
}

impl Site {
    /// A new hierarchy; `root.pem` is written.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (root, root_key) = (authority("Example Root"), KeyPair::generate().unwrap());
        let root_pem = root.self_signed(&root_key).unwrap().pem();
        let (params, key) = (authority("Example CA"), KeyPair::generate().unwrap());
        let issuer = Issuer::from_params(&root, &root_key);
        let pem = params.signed_by(&key, &issuer).unwrap().pem();
        let site = Self {
            folder,
            intermediate: (params, key, pem),
        };
        site.write("root.pem", &root_pem);
        site
    }

    /// A certificate for a name that holds from and to so many days from today.
    pub fn issue(&self, name: &str, from_days: i64, to_days: i64) -> Made {
        let mut params = CertificateParams::new([name.to_owned()]).unwrap();
        params.distinguished_name.push(DnType::CommonName, name);
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        params.use_authority_key_identifier_extension = true;
        lasting(&mut params, from_days, to_days);
        let key = KeyPair::generate().unwrap();
        let issuer = Issuer::from_params(&self.intermediate.0, &self.intermediate.1);
        Made {
            certificate: params.signed_by(&key, &issuer).unwrap().pem(),
            key: key.serialize_pem(),
        }
    }

    /// Writes a file and gives its path.
    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// The path of a file of the site.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A server of a certificate, with the intermediate or without.
    pub fn serve(&self, made: &Made, is_whole: bool) -> Server {
        let certificate = self.write("served.pem", &made.certificate);
        let key = self.write("served.key", &made.key);
        let intermediate = self.write("intermediate.pem", &self.intermediate.2);
        let port = free_port();
        let mut command = Command::new("openssl");
        command
            .args(["s_server", "-www", "-quiet", "-accept"])
            .arg(format!("127.0.0.1:{port}"))
            .arg("-cert")
            .arg(certificate)
            .arg("-key")
            .arg(key);
        if is_whole {
            command.arg("-cert_chain").arg(intermediate);
        }
        Server::start(&mut command, port)
    }

    /// A web server of one page, over https at its port, and over http at the other, where it redirects.
    pub fn page(&self, made: &Made, html: &str) -> (Server, u16) {
        let chain = format!("{}{}", made.certificate, self.intermediate.2);
        self.write("chain.pem", &chain);
        self.write("site.key", &made.key);
        self.write("index.html", html);
        let (http, https) = (free_port(), free_port());
        let at = self.folder.path().display();
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|kind| format!("{kind}_temp_path {at}/{kind};\n"))
            .concat();
        let configuration = format!(
            "daemon off; master_process off; pid {at}/pid; error_log {at}/error.log;\nevents {{}}\n\
             http {{ access_log off; default_type text/html;\n{temporary}\
             ssl_certificate {at}/chain.pem; ssl_certificate_key {at}/site.key;\n\
             server {{ listen 127.0.0.1:{http}; return 301 https://$host/; }}\n\
             server {{ listen 127.0.0.1:{https} ssl; root {at}; }}\n}}\n"
        );
        let file = self.write("nginx.conf", &configuration);
        let mut command = Command::new("/usr/sbin/nginx");
        command.arg("-p").arg(self.folder.path());
        command.arg("-e").arg(self.path("error.log"));
        command.arg("-c").arg(file);
        (Server::start(&mut command, https), http)
    }
}

/// A running server; ends with its test.
pub struct Server {
    child: Child,
    pub port: u16,
}

impl Server {
    fn start(command: &mut Command, port: u16) -> Self {
        let silent = command.stdin(Stdio::null()).stdout(Stdio::null());
        let child = silent.stderr(Stdio::null()).spawn().unwrap();
        let server = Self { child, port };
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(begun.elapsed() < Duration::from_secs(10), "it is silent");
            std::thread::sleep(Duration::from_millis(20));
        }
        server
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
