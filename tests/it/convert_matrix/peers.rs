//! The peers: each opens the files in its own way and proves that the key signs for the leaf.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::material::Made;

/// A program that reads what was made.
#[derive(Clone, Copy, Debug)]
pub enum Peer {
    OpenSsl,
    Keytool,
    Certtool,
    Pk12util,
    Wine,
}

/// What a peer said.
#[derive(Debug)]
pub enum Answer {
    Opened,
    Refused(String),
}

impl Peer {
    pub const ALL: [Self; 5] = [
        Self::OpenSsl,
        Self::Keytool,
        Self::Certtool,
        Self::Pk12util,
        Self::Wine,
    ];

    /// What it says of each file.
    pub fn ask(self, files: &[Made]) -> Vec<Answer> {
        let one: fn(&Made, &Path) -> Answer = match self {
            Self::OpenSsl => openssl,
            Self::Keytool => keytool,
            Self::Certtool => certtool,
            Self::Pk12util => pk12util,
            Self::Wine => return wine(files),
        };
        let work = tempfile::tempdir().expect("a folder");
        files
            .iter()
            .enumerate()
            .map(|(number, made)| {
                let folder = work.path().join(number.to_string());
                fs::create_dir(&folder).expect("a folder");
                fs::write(folder.join("password"), made.password).expect("written");
                one(made, &folder)
            })
            .collect()
    }
}

fn run(program: &str, folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder);
    command.env("LC_ALL", "C.UTF-8").env("LANG", "C.UTF-8");
    let output = command.output();
    output.unwrap_or_else(|fault| panic!("{program} is needed here: {fault}"))
}

fn said(output: &Output) -> String {
    let (out, err) = (&output.stdout, &output.stderr);
    format!(
        "{}{}",
        String::from_utf8_lossy(out),
        String::from_utf8_lossy(err)
    )
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

/// Whether a key in PEM signs what the leaf verifies.
fn signs(key: &[u8], made: &Made, folder: &Path) -> Answer {
    fs::write(folder.join("found.key"), key).expect("written");
    let public = run(
        "openssl",
        folder,
        &["x509", "-in", text(&made.leaf), "-noout", "-pubkey"],
    );
    fs::write(folder.join("leaf.pub"), &public.stdout).expect("written");
    fs::write(folder.join("message"), "does it sign?").expect("written");
    let sign = [
        "pkeyutl",
        "-sign",
        "-rawin",
        "-inkey",
        "found.key",
        "-in",
        "message",
        "-out",
        "signature",
    ];
    let signed = run("openssl", folder, &sign);
    let verify = [
        "pkeyutl",
        "-verify",
        "-rawin",
        "-pubin",
        "-inkey",
        "leaf.pub",
        "-in",
        "message",
        "-sigfile",
        "signature",
    ];
    let verified = run("openssl", folder, &verify);
    if signed.status.success() && verified.status.success() {
        Answer::Opened
    } else {
        Answer::Refused(format!(
            "no signature: {}{}",
            said(&signed),
            said(&verified)
        ))
    }
}

fn certificates_in(text: &[u8]) -> usize {
    String::from_utf8_lossy(text)
        .matches("-----BEGIN CERTIFICATE-----")
        .count()
}

fn openssl(made: &Made, folder: &Path) -> Answer {
    let file = text(&made.path);
    let opened = run(
        "openssl",
        folder,
        &["pkcs12", "-in", file, "-passin", "file:password", "-nodes"],
    );
    if !opened.status.success() {
        return Answer::Refused(said(&opened));
    }
    let held = certificates_in(&opened.stdout);
    if held != made.certificates {
        return Answer::Refused(format!("{held} certificates"));
    }
    signs(&opened.stdout, made, folder)
}

fn keytool(made: &Made, folder: &Path) -> Answer {
    let file = text(&made.path);
    let of_store = [
        "-keystore",
        file,
        "-storepass:file",
        "password",
        "-J-Duser.language=en",
    ];
    let mut list = vec!["-list", "-v"];
    list.extend(of_store);
    let listed = run("keytool", folder, &list);
    if !listed.status.success() {
        return Answer::Refused(said(&listed));
    }
    let listed = said(&listed);
    let length = format!("Certificate chain length: {}", made.certificates);
    let alias = format!("Alias name: {}", made.name.to_lowercase());
    for wanted in ["Entry type: PrivateKeyEntry", &length, &alias] {
        if !listed.contains(wanted) {
            return Answer::Refused(format!("no “{wanted}” in {listed}"));
        }
    }
    let mut request = vec!["-certreq", "-alias", &made.name, "-file", "found.csr"];
    request.extend(of_store);
    let requested = run("keytool", folder, &request);
    if !requested.status.success() {
        return Answer::Refused(said(&requested));
    }
    let verified = run(
        "openssl",
        folder,
        &["req", "-in", "found.csr", "-verify", "-noout", "-pubkey"],
    );
    let public = run(
        "openssl",
        folder,
        &["x509", "-in", text(&made.leaf), "-noout", "-pubkey"],
    );
    match verified.status.success() && verified.stdout == public.stdout {
        true => Answer::Opened,
        false => Answer::Refused(format!("no signature: {}", said(&verified))),
    }
}

fn certtool(made: &Made, folder: &Path) -> Answer {
    let file = text(&made.path);
    let opened = run(
        "certtool",
        folder,
        &[
            "--p12-info",
            "--inder",
            "--infile",
            file,
            "--password",
            made.password,
        ],
    );
    if !opened.status.success() {
        return Answer::Refused(said(&opened));
    }
    let held = certificates_in(&opened.stdout);
    if held != made.certificates {
        return Answer::Refused(format!("{held} certificates: {}", said(&opened)));
    }
    // The key is shown in the encrypted form that the file holds.
    let shown = String::from_utf8_lossy(&opened.stdout);
    let block = |label: &str| {
        let (begin, end) = (
            format!("-----BEGIN {label}-----"),
            format!("-----END {label}-----"),
        );
        let (_, after) = shown.split_once(&begin)?;
        let (body, _) = after.split_once(&end)?;
        Some(format!("{begin}{body}{end}\n"))
    };
    match (block("ENCRYPTED PRIVATE KEY"), block("PRIVATE KEY")) {
        (_, Some(key)) => signs(key.as_bytes(), made, folder),
        (Some(key), None) => {
            fs::write(folder.join("held.key"), key).expect("written");
            let opened = run(
                "certtool",
                folder,
                &[
                    "--to-p8",
                    "--outder",
                    "--load-privkey",
                    "held.key",
                    "--password",
                    made.password,
                ],
            );
            let fallback = run(
                "openssl",
                folder,
                &["pkcs8", "-in", "held.key", "-passin", "file:password"],
            );
            if opened.status.success() || fallback.status.success() {
                signs(&fallback.stdout, made, folder)
            } else {
                Answer::Refused(said(&opened))
            }
        }
        (None, None) => Answer::Refused(format!("no key: {}", said(&opened))),
    }
}

fn pk12util(made: &Made, folder: &Path) -> Answer {
    let file = text(&made.path);
    let list = run("pk12util", folder, &["-l", file, "-w", "password"]);
    if !list.status.success() {
        return Answer::Refused(said(&list));
    }
    fs::create_dir(folder.join("db")).expect("a folder");
    let created = run(
        "certutil",
        folder,
        &["-N", "-d", "sql:db", "--empty-password"],
    );
    assert!(created.status.success(), "{}", said(&created));
    let imported = run(
        "pk12util",
        folder,
        &["-i", file, "-d", "sql:db", "-w", "password", "-K", ""],
    );
    let keys = run("certutil", folder, &["-K", "-d", "sql:db"]);
    let held = run("certutil", folder, &["-L", "-d", "sql:db"]);
    let has_pair = said(&held).contains("u,u,u");
    if imported.status.success() && keys.status.success() && has_pair {
        Answer::Opened
    } else {
        Answer::Refused(format!("{}{}{}", said(&imported), said(&keys), said(&held)))
    }
}

/// All files in one process: starting Wine takes seconds.
fn wine(files: &[Made]) -> Vec<Answer> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let work = tempfile::tempdir().expect("a folder");
    let program = work.path().join("pfx_import.exe");
    let source = root.join("tests/peers/pfx_import.c");
    let built = run(
        "x86_64-w64-mingw32-gcc",
        work.path(),
        &["-O1", "-o", text(&program), text(&source), "-lcrypt32"],
    );
    assert!(built.status.success(), "{}", said(&built));
    let mut arguments = vec!["exe".to_owned(), text(&program).to_owned()];
    for (number, made) in files.iter().enumerate() {
        let password: PathBuf = work.path().join(number.to_string());
        let units: Vec<u8> = made
            .password
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        fs::write(&password, units).expect("written");
        for path in [&made.path, &password] {
            arguments.push(format!("Z:{}", text(path)));
        }
    }
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let script = root.join("packaging/windows/wine/run-under-wine.sh");
    let output = run(text(&script), work.path(), &arguments);
    let lines: Vec<String> = String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(str::to_owned)
        .collect();
    assert_eq!(lines.len(), files.len(), "{}", said(&output));
    let answers = lines.iter().zip(files);
    answers
        // Wine ties the key to every certificate of the file, Windows to the leaf; it leaves the root out.
        .map(|(line, made)| {
            let opened = format!("certificates {} keys ", made.certificates - made.roots);
            match line.trim().strip_prefix(&opened) {
                Some(keys) if keys != "0" => Answer::Opened,
                _ => Answer::Refused(line.clone()),
            }
        })
        .collect()
}
