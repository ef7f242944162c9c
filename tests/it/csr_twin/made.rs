//! What a request holds, read value by value, so that two requests can be laid side by side.

use std::collections::BTreeMap;

use certwright::core::csr::Spec;
use certwright::core::csr::encode::{self, CHALLENGE, EXTENSION_REQUEST};
use certwright::core::der::{Reader, Tag};

/// One attribute of a subject: OID, number of the string type, value.
pub type Field = (String, u32, String);

/// What a request asks for.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Asks {
    /// The subject; each relative name holds one attribute.
    pub subject: Vec<Field>,
    /// Extensions by OID: whether critical, and the value.
    pub extensions: BTreeMap<String, (bool, Vec<u8>)>,
    /// The challenge password.
    pub challenge: Option<String>,
}

impl Asks {
    /// Reads a CertificationRequestInfo.
    pub fn of_info(info: &[u8]) -> Self {
        let mut info = Reader::new(info).sequence().unwrap();
        assert_eq!(info.small().unwrap(), 0);
        let mut asks = Self::default();
        let mut names = info.sequence().unwrap();
        while !names.is_empty() {
            let mut set = names.set().unwrap();
            let mut pair = set.sequence().unwrap();
            assert!(set.is_empty(), "two attributes in one relative name");
            let oid = pair.oid().unwrap();
            let value = pair.read().unwrap();
            let text = String::from_utf8(value.content.to_vec()).expect("UTF-8");
            asks.subject.push((oid, value.tag.number, text));
        }
        info.sequence().expect("a public key");
        let mut attributes = info.context(0).unwrap();
        while !attributes.is_empty() {
            let mut attribute = attributes.sequence().unwrap();
            let oid = attribute.oid().unwrap();
            let mut values = attribute.set().unwrap();
            match &*oid {
                EXTENSION_REQUEST => asks.read_extensions(values.sequence().unwrap()),
                CHALLENGE => {
                    let value = values.read().unwrap();
                    asks.challenge = Some(String::from_utf8(value.content.to_vec()).unwrap());
                }
                other => panic!("the attribute {other}"),
            }
        }
        asks
    }

    /// Reads a whole request.
    pub fn of_request(der: &[u8]) -> Self {
        let info = Reader::new(der).sequence().unwrap().read().unwrap();
        Self::of_info(info.whole)
    }

    /// What our own encoder makes of a request.
    pub fn of_spec(spec: &Spec) -> Self {
        // An empty sequence in place of the key, which is not looked at.
        Self::of_info(&encode::info(spec, &[0x30, 0]).expect("encoded"))
    }

    fn read_extensions(&mut self, mut list: Reader<'_>) {
        while !list.is_empty() {
            let mut extension = list.sequence().unwrap();
            let oid = extension.oid().unwrap();
            let critical = extension.optional(Tag::BOOLEAN).unwrap().is_some();
            let value = extension.octets().unwrap().to_vec();
            let before = self.extensions.insert(oid.clone(), (critical, value));
            assert!(before.is_none(), "{oid} twice");
        }
    }
}

/// A PEM file's bytes.
pub fn der(path: &std::path::Path) -> Vec<u8> {
    use base64ct::{Base64, Encoding as _};
    let text = std::fs::read_to_string(path).expect("a request");
    let lines = text.lines().filter(|line| !line.starts_with("-----"));
    Base64::decode_vec(&lines.map(str::trim).collect::<String>()).expect("Base64")
}

/// Runs the commands as printed, in a folder with the files, and answers every question alike.
pub fn run(twin: &certwright::text::csr::twin::Twin, answer: &str) -> tempfile::TempDir {
    use std::io::Write as _;
    use std::process::{Command, Stdio};
    let folder = tempfile::tempdir().unwrap();
    for file in &twin.files {
        std::fs::write(folder.path().join(file.name), file.bytes()).unwrap();
    }
    for command in &twin.commands {
        let mut child = Command::new("sh")
            .arg("-c")
            .arg(command)
            .current_dir(folder.path())
            // A locale that knows ASCII alone: nothing may depend on it.
            .env("LC_ALL", "C")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("a shell");
        // A program that asks nothing may be gone already.
        let _ = child
            .stdin
            .take()
            .unwrap()
            .write_all(answer.repeat(3).as_bytes());
        let output = child.wait_with_output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said).into_owned();
        assert!(output.status.success(), "{command}\n{said}");
    }
    folder
}
