//! Keys with chains that openssl issued, and the programs that read what is written.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use certwright::core::key::PrivateKey;
use certwright::core::keystore::KeyAttributes;
use certwright::core::keystore::pfx::{PfxContents, PfxKey, PfxRecipe, write};
use certwright::core::progress::Unwatched;
use certwright::core::secret::Secret;
use certwright::platform::World;

use crate::fixture;

/// Keys of the fixtures, by the names that tests call them.
const KEYS: [(&str, &str); 6] = [
    ("rsa2048", "rsa2048-pkcs8.pem"),
    ("rsa4096", "rsa4096-pkcs8.pem"),
    ("p256", "p256-sec1.pem"),
    ("p384", "p384-sec1.pem"),
    ("p521", "p521-pkcs8.pem"),
    ("ed25519", "ed25519-pkcs8.pem"),
];

/// A key with its chain.
pub struct Identity {
    pub name: &'static str,
    pub key: PrivateKey,
    /// Leaf and intermediate in DER.
    pub chain: Vec<Vec<u8>>,
    /// SubjectPublicKeyInfo in PEM, as openssl computes it.
    pub public: String,
}

impl Identity {
    /// The key with its chain as a PFX takes it.
    pub fn entry<'a>(&'a self, friendly_name: &'a str) -> PfxKey<'a> {
        PfxKey {
            key: &self.key,
            chain: self.chain.iter().map(Vec::as_slice).collect(),
            friendly_name: Some(friendly_name),
            attributes: KeyAttributes::default(),
        }
    }
}

/// Every key with a certificate from the fixtures' hierarchy.
pub fn identities() -> &'static [Identity] {
    static MADE: OnceLock<Vec<Identity>> = OnceLock::new();
    MADE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        KEYS.iter()
            .zip(1..)
            .map(|(key, serial)| issue(key, serial, folder.path()))
            .collect()
    })
}

/// The identity with this name.
pub fn identity(name: &str) -> &'static Identity {
    identities()
        .iter()
        .find(|found| found.name == name)
        .unwrap()
}

fn issue((name, file): &(&'static str, &str), serial: u32, folder: &Path) -> Identity {
    let key = &fixture::folder("keys").join(file);
    let ca = |file: &str| fixture::folder("ca").join(file);
    let (request, leaf) = (folder.join("request.pem"), folder.join("leaf.pem"));
    let subject = format!("/CN={name}.example.com");
    let openssl = Peer::new("openssl");
    openssl.text(&args![
        "req", "-new", "-key", key, "-subj", subject, "-out", request
    ]);
    openssl.text(&args![
        "x509",
        "-req",
        "-in",
        request,
        "-CA",
        ca("dv3.pem"),
        "-CAkey",
        ca("dv3.key"),
        "-days",
        "90",
        "-set_serial",
        serial.to_string(),
        "-out",
        leaf
    ]);
    Identity {
        name,
        key: PrivateKey::from_der(&fixture::der(key)).unwrap(),
        chain: vec![fixture::der(&leaf), fixture::der(&ca("dv3.pem"))],
        public: openssl.text(&args!["x509", "-in", leaf, "-noout", "-pubkey"]),
    }
}

/// The root of the fixtures' hierarchy in DER.
pub fn root() -> Vec<u8> {
    fixture::der(&fixture::folder("ca").join("root-r4.pem"))
}

/// A program of the system, with its password in the environment variable `PASS`.
pub struct Peer {
    program: &'static str,
    secrets: Vec<(&'static str, String)>,
}

impl Peer {
    pub fn new(program: &'static str) -> Self {
        Self {
            program,
            secrets: Vec::new(),
        }
    }

    pub fn with(mut self, variable: &'static str, password: &str) -> Self {
        self.secrets.push((variable, password.to_owned()));
        self
    }

    pub fn run(&self, arguments: &[impl AsRef<OsStr>]) -> Output {
        Command::new(self.program)
            .args(arguments)
            .env("LC_ALL", "C.UTF-8")
            .envs(self.secrets.iter().map(|(name, value)| (name, value)))
            .output()
            .unwrap_or_else(|fault| panic!("{}: {fault}", self.program))
    }

    /// What it prints; it must succeed.
    pub fn bytes(&self, arguments: &[impl AsRef<OsStr>]) -> Vec<u8> {
        let output = self.run(arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{}: {said}", self.program);
        output.stdout
    }

    /// What it prints as text; it must succeed.
    pub fn text(&self, arguments: &[impl AsRef<OsStr>]) -> String {
        let output = self.run(arguments);
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{}: {printed}{said}", self.program);
        printed
    }
}

/// PEM blocks with this label.
pub fn blocks(text: &str, label: &str) -> Vec<String> {
    let (begin, end) = (
        format!("-----BEGIN {label}-----"),
        format!("-----END {label}-----\n"),
    );
    let body = |rest: &str| rest.split_once(&end).unwrap().0.to_owned();
    text.split(&begin)
        .skip(1)
        .map(|rest| format!("{begin}{}{end}", body(rest)))
        .collect()
}

/// The public half of an encrypted key in PEM, as GnuTLS computes it.
pub fn gnutls_public(path: &Path, password: &str) -> String {
    let told = Peer::new("certtool").text(&args![
        "--pubkey-info",
        "--load-privkey",
        path,
        "--password",
        password
    ]);
    blocks(&told, "PUBLIC KEY").concat()
}

/// What `keytool -list -v` prints.
pub fn keytool_list(path: &Path, kind: &str, password: &str) -> String {
    Peer::new("keytool").with("PASS", password).text(&args![
        "-list",
        "-v",
        "-storetype",
        kind,
        "-keystore",
        path,
        "-storepass:env",
        "PASS"
    ])
}

/// Lets Java sign with a key; gives the public key under which openssl finds the signature good.
pub fn sign_with_keytool(
    path: &Path,
    kind: &str,
    alias: &str,
    store: &str,
    key: Option<&str>,
) -> String {
    let request = path.with_extension("request");
    let mut arguments = args![
        "-certreq",
        "-storetype",
        kind,
        "-keystore",
        path,
        "-alias",
        alias,
        "-storepass:env",
        "PASS",
        "-file",
        request
    ]
    .to_vec();
    if key.is_some() {
        arguments.extend(args!["-keypass:env", "KEYPASS"]);
    }
    let keytool = Peer::new("keytool").with("PASS", store);
    keytool
        .with("KEYPASS", key.unwrap_or_default())
        .text(&arguments);
    Peer::new("openssl").text(&args![
        "req", "-in", request, "-verify", "-noout", "-pubkey"
    ])
}

/// A folder with files that peers read.
pub struct Desk(tempfile::TempDir);

impl Desk {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Writes a PFX.
    pub fn pfx(&self, contents: &PfxContents<'_>, recipe: &PfxRecipe, password: &str) -> PathBuf {
        let secret = Secret::from(password);
        let world = World::new();
        let bytes = write(contents, recipe, &secret, world.env().random, &Unwatched).unwrap();
        self.put("written.pfx", &bytes)
    }
}

/// Arguments of several kinds in one list.
macro_rules! args {
    ($($argument:expr),* $(,)?) => {
        [$(std::ffi::OsStr::new(&$argument).to_owned()),*]
    };
}
pub(crate) use args;
