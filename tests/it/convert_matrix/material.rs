//! Keys and chains by openssl, converted by the product's own operation.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, OnceLock};

use certwright::core::bundle::{Inspection, Source, inspect};
use certwright::core::convert::{Choice, Passwords, run};
use certwright::core::op::{self, Outcome, Report, Request};
use certwright::core::progress::Unwatched;
use certwright::core::secret::Secret;
use certwright::platform::World;
use tempfile::TempDir;

/// Kind of the leaf's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Rsa,
    Ec,
    Ed25519,
}

impl Kind {
    fn folder(self) -> &'static Path {
        static FOLDERS: OnceLock<TempDir> = OnceLock::new();
        let all = FOLDERS.get_or_init(|| {
            let folder = tempfile::tempdir().expect("a folder");
            for kind in [Self::Rsa, Self::Ec, Self::Ed25519] {
                issue(kind, &folder.path().join(kind.name()));
            }
            folder
        });
        // The folder lives as long as the tests.
        Box::leak(all.path().join(self.name()).into_boxed_path())
    }

    fn name(self) -> &'static str {
        match self {
            Self::Rsa => "rsa",
            Self::Ec => "ec",
            Self::Ed25519 => "ed25519",
        }
    }

    fn algorithm(self) -> &'static [&'static str] {
        match self {
            Self::Rsa => &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
            Self::Ec => &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"],
            Self::Ed25519 => &["-algorithm", "ED25519"],
        }
    }
}

/// A converted file with what its judges need.
pub struct Made {
    pub path: PathBuf,
    pub password: &'static str,
    /// The leaf in PEM, as openssl issued it.
    pub leaf: PathBuf,
    /// Certificates that are in it.
    pub certificates: usize,
    /// How many of them are roots.
    pub roots: usize,
    /// The alias or friendly name.
    pub name: String,
    _folder: TempDir,
}

/// The same by openssl itself, for what a peer makes of a file that is surely right.
pub fn export_by_openssl(kind: Kind, password: &'static str) -> Made {
    let source = kind.folder();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("control.pfx");
    fs::write(folder.path().join("password"), password).expect("written");
    let (out, secret) = (
        path.display().to_string(),
        format!("file:{}", folder.path().join("password").display()),
    );
    let export = [
        "pkcs12", "-export", "-inkey", "leaf.key", "-in", "leaf.pem", "-name", "control",
    ];
    openssl(
        source,
        &[&export[..], &["-out", &out, "-passout", &secret]].concat(),
    );
    Made {
        path,
        password,
        leaf: source.join("leaf.pem"),
        certificates: 1,
        roots: 0,
        name: "control".to_owned(),
        _folder: folder,
    }
}

/// Converts key and chain for a target.
pub fn convert(kind: Kind, choice: &Choice, password: &'static str) -> Made {
    let source = kind.folder();
    let request = run::Request {
        inspection: inspection(source),
        choice: choice.clone(),
        stem: "shop.example.com".to_owned(),
        passwords: Passwords {
            store: Some(Arc::new(Secret::from(password))),
            key: None,
        },
    };
    let world = World::new();
    let Outcome::Done(Report::Made(made)) =
        op::run(&Request::Convert(request), &world.env(), &Unwatched)
    else {
        panic!("{choice:?} was not made");
    };
    let file = made.files.first().expect("a file");
    let entry = made.plan.entries.first().expect("an entry");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(&file.planned.name);
    fs::write(&path, &*file.bytes).expect("written");
    Made {
        path,
        password,
        leaf: source.join("leaf.pem"),
        certificates: 1 + made.plan.chain(&entry.entry).len(),
        roots: usize::from(choice.with_root),
        name: entry.name.clone(),
        _folder: folder,
    }
}

fn inspection(folder: &Path) -> Arc<Inspection> {
    let request = inspect::Request {
        sources: ["leaf.pem", "chain.pem", "leaf.key"]
            .map(|name| Source::Path(folder.join(name)))
            .into(),
        ..Default::default()
    };
    let world = World::new();
    match op::run(&Request::Inspect(request), &world.env(), &Unwatched) {
        Outcome::Done(Report::Inspection(inspection)) => inspection,
        _ => panic!("not inspected"),
    }
}

/// Root, intermediate and leaf of one kind of key.
fn issue(kind: Kind, folder: &Path) {
    fs::create_dir(folder).expect("a folder");
    let text = "[ca]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n\
                [leaf]\nsubjectAltName=DNS:shop.example.com,DNS:*.shop.example.com\n\
                extendedKeyUsage=serverAuth\n";
    fs::write(folder.join("v3.cnf"), text).expect("written");
    let key = |name: &str| {
        let mut arguments = vec!["genpkey"];
        arguments.extend(kind.algorithm());
        arguments.extend(["-out", name]);
        openssl(folder, &arguments);
    };
    key("root.key");
    key("inter.key");
    key("leaf.key");
    openssl(
        folder,
        &[
            "req",
            "-x509",
            "-key",
            "root.key",
            "-subj",
            "/CN=Matrix Root",
            "-days",
            "90",
            "-out",
            "root.pem",
        ],
    );
    for (name, subject, issuer, section) in [
        ("inter", "/CN=Matrix Issuing CA", "root", "ca"),
        ("leaf", "/CN=shop.example.com", "inter", "leaf"),
    ] {
        let (own, request) = (format!("{name}.key"), format!("{name}.csr"));
        openssl(
            folder,
            &[
                "req", "-new", "-key", &own, "-subj", subject, "-out", &request,
            ],
        );
        let (ca, ca_key, out) = (
            format!("{issuer}.pem"),
            format!("{issuer}.key"),
            format!("{name}.pem"),
        );
        openssl(
            folder,
            &[
                "x509",
                "-req",
                "-in",
                &request,
                "-CA",
                &ca,
                "-CAkey",
                &ca_key,
                "-CAcreateserial",
                "-days",
                "60",
                "-extfile",
                "v3.cnf",
                "-extensions",
                section,
                "-out",
                &out,
            ],
        );
    }
    let chain = ["inter.pem", "root.pem"].map(|name| fs::read(folder.join(name)).expect("there"));
    fs::write(folder.join("chain.pem"), chain.concat()).expect("written");
}

fn openssl(folder: &Path, arguments: &[&str]) {
    let output = Command::new("openssl")
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("openssl");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {said}");
}
