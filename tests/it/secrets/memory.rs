//! A search of the real program's memory: at its end, when everything that should be wiped is, no copy of
//! the password it was given is left. strace holds the program in its last system call.

use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_certwright-cli");
const PASSWORD: &str = "Canary-7tQ4wZx9-in-the-Mine";
/// `exit_group` of x86_64, which ends a process.
const LAST_CALL: &str = "231 ";
const PATIENCE: Duration = Duration::from_secs(30);

/// The program under strace, held at its end.
struct Held {
    tracer: Child,
    process: u32,
}

impl Held {
    /// Runs the program on `arguments`, gives it `input`, waits until it is about to end.
    fn at_the_end(folder: &Path, arguments: &[&str], input: &str) -> Self {
        let mut tracer = Command::new("strace")
            .args(["-f", "-e", "trace=exit_group"])
            .args(["-e", "inject=exit_group:delay_enter=60000000"])
            .arg("-o")
            .arg(folder.join("trace.txt"))
            .arg(PROGRAM)
            .args(arguments)
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("strace");
        let mut stdin = tracer.stdin.take().expect("a pipe");
        stdin.write_all(input.as_bytes()).expect("written");
        drop(stdin);
        let began = Instant::now();
        let process = loop {
            if let Some(process) = held_child(tracer.id()) {
                break process;
            }
            assert!(began.elapsed() < PATIENCE, "the program does not end");
            sleep(Duration::from_millis(20));
        };
        Self { tracer, process }
    }

    /// Where in its memory one of the needles lies.
    fn search(&self, needles: &[(&str, Vec<u8>)]) -> Vec<String> {
        let mut memory = File::open(format!("/proc/{}/mem", self.process)).expect("its memory");
        let maps = fs::read_to_string(format!("/proc/{}/maps", self.process)).expect("its map");
        let mut found = Vec::new();
        let mut searched = 0;
        for line in maps.lines().filter(|line| is_searched(line)) {
            let Some(bytes) = region(&mut memory, line) else {
                continue;
            };
            searched += bytes.len();
            for (name, needle) in needles {
                for place in places(&bytes, needle) {
                    let around = place.saturating_sub(32)..(place + 64).min(bytes.len());
                    let around = bytes[around].escape_ascii();
                    found.push(format!("{name} in {line} at {place:x}: {around}"));
                }
            }
        }
        assert!(searched > 1 << 18, "only {searched} bytes were searched");
        found
    }

    /// What it had printed.
    fn output(&mut self) -> String {
        // strace would wait for its delay to pass; without it the program ends.
        self.tracer.kill().expect("ended");
        let mut text = String::new();
        for pipe in [
            self.tracer
                .stdout
                .take()
                .map(|pipe| Box::new(pipe) as Box<dyn Read>),
            self.tracer
                .stderr
                .take()
                .map(|pipe| Box::new(pipe) as Box<dyn Read>),
        ] {
            pipe.expect("a pipe")
                .read_to_string(&mut text)
                .expect("text");
        }
        self.tracer.wait().expect("an end");
        text
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.tracer.kill().ok();
        self.tracer.wait().ok();
    }
}

/// The tracer's child, once it is in its last call.
fn held_child(tracer: u32) -> Option<u32> {
    let children = fs::read_to_string(format!("/proc/{tracer}/task/{tracer}/children")).ok()?;
    let child: u32 = children.split_whitespace().next()?.parse().ok()?;
    let call = fs::read_to_string(format!("/proc/{child}/syscall")).ok()?;
    call.starts_with(LAST_CALL).then_some(child)
}

/// Memory that was written to; the program's own pages of code are not.
fn is_searched(line: &str) -> bool {
    let rights = line.split_whitespace().nth(1).unwrap_or_default();
    rights.starts_with("rw")
}

fn region(memory: &mut File, line: &str) -> Option<Vec<u8>> {
    let (from, to) = line.split_whitespace().next()?.split_once('-')?;
    let (from, to) = (
        u64::from_str_radix(from, 16).ok()?,
        u64::from_str_radix(to, 16).ok()?,
    );
    memory.seek(SeekFrom::Start(from)).ok()?;
    let mut bytes = vec![0; usize::try_from(to - from).ok()?];
    memory.read_exact(&mut bytes).ok()?;
    Some(bytes)
}

fn places(bytes: &[u8], needle: &[u8]) -> Vec<usize> {
    bytes
        .windows(needle.len())
        .enumerate()
        .filter(|(_, window)| *window == needle)
        .map(|(place, _)| place)
        .collect()
}

/// The password as text, as UTF-16 of both kinds, and the first half of each, as a buffer that grew
/// leaves it.
fn needles(password: &str) -> Vec<(&'static str, Vec<u8>)> {
    let (half, _) = password.split_at(password.len() / 2);
    let wide =
        |text: &str, order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect();
    vec![
        ("UTF-8", password.as_bytes().to_vec()),
        ("half of UTF-8", half.as_bytes().to_vec()),
        ("UTF-16BE", wide(half, u16::to_be_bytes)),
        ("UTF-16LE", wide(half, u16::to_le_bytes)),
    ]
}

fn openssl(folder: &Path, arguments: &str) {
    let output = Command::new("openssl")
        .args(arguments.split(' '))
        .current_dir(folder)
        .output()
        .expect("openssl");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments}: {said}");
}

/// A folder with a key, its certificate, and both in `shop.pfx` under [`PASSWORD`].
fn bundle(protection: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path();
    fs::write(path.join("password"), PASSWORD).expect("written");
    let subject = "-subj /CN=shop.example.com -addext subjectAltName=DNS:shop.example.com";
    openssl(
        path,
        &format!(
            "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out leaf.pem -days 90 {subject}"
        ),
    );
    openssl(
        path,
        &format!(
            "pkcs12 -export -inkey key.pem -in leaf.pem -passout file:password -out shop.pfx {protection}"
        ),
    );
    // What the program must not find by itself.
    let hidden = path.join("hidden");
    fs::create_dir(&hidden).expect("a folder");
    for name in ["password", "key.pem"] {
        fs::rename(path.join(name), hidden.join(name)).expect("moved");
    }
    folder
}

/// Bytes of the private key in the middle of its DER, where no public half repeats them.
fn key_bytes(folder: &Path) -> Vec<u8> {
    openssl(
        folder,
        "pkcs8 -topk8 -nocrypt -in hidden/key.pem -outform DER -out hidden/key.der",
    );
    let der = fs::read(folder.join("hidden/key.der")).expect("a key");
    der[der.len() / 2..][..24].to_vec()
}

fn nothing_is_left(folder: &TempDir, arguments: &[&str], input: &str, expected: &str) {
    let mut needles = needles(PASSWORD);
    needles.push(("private key", key_bytes(folder.path())));
    let mut held = Held::at_the_end(folder.path(), arguments, input);
    let found = held.search(&needles);
    let output = held.output();
    assert!(output.contains(expected), "{output}");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_search_finds_what_is_there() {
    let folder = bundle("-iter 2048");
    // The same program with the canary as a name, which is no secret, in its arguments.
    let mut held = Held::at_the_end(
        folder.path(),
        &["inspect", "shop.pfx", "--host", PASSWORD],
        "",
    );
    assert!(!held.search(&needles(PASSWORD)).is_empty());
    held.output();
}

#[test]
fn a_password_from_standard_input_is_gone_after_inspecting() {
    for protection in [
        "-iter 2048",
        "-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1",
    ] {
        let folder = bundle(protection);
        let arguments = ["inspect", "shop.pfx", "--password-stdin"];
        nothing_is_left(
            &folder,
            &arguments,
            &format!("{PASSWORD}\n"),
            "shop.example.com",
        );
    }
}

#[test]
fn a_password_from_a_file_is_gone_after_inspecting() {
    let folder = bundle("-iter 2048");
    let arguments = ["inspect", "shop.pfx", "--password-file", "hidden/password"];
    nothing_is_left(&folder, &arguments, "", "shop.example.com");
}

#[test]
fn a_password_file_beside_the_container_is_gone_after_inspecting() {
    let folder = bundle("-iter 2048");
    let beside: PathBuf = folder.path().join("keystorePass.txt");
    fs::copy(folder.path().join("hidden/password"), beside).expect("copied");
    let arguments = ["inspect", "shop.pfx", "keystorePass.txt"];
    nothing_is_left(&folder, &arguments, "", "shop.example.com");
}

#[test]
fn passwords_and_key_are_gone_after_converting() {
    for (target, form, out) in [
        ("server-2016", "pfx", "new.pfx"),
        ("server-2019", "pfx", "new.pfx"),
        ("tomcat", "jks", "new.jks"),
        ("java", "jceks", "new.jceks"),
        ("openssl", "pkcs8", "new.key"),
    ] {
        let folder = bundle("-iter 2048");
        let password = ["--password-stdin", "--out-password-file", "hidden/password"];
        let wanted = [
            "--target",
            target,
            "--to",
            form,
            "--out",
            out,
            "--iterations",
            "2048",
        ];
        let wanted = &wanted[..if form == "jks" { 6 } else { 8 }];
        let arguments = [&["convert", "shop.pfx"], wanted, &password].concat();
        nothing_is_left(&folder, &arguments, &format!("{PASSWORD}\n"), out);
        assert!(folder.path().join(out).exists(), "{form}");
    }
}

#[test]
fn a_loose_key_is_gone_after_it_went_into_a_pfx() {
    let folder = bundle("-iter 2048");
    let arguments = [
        "convert",
        "leaf.pem",
        "hidden/key.pem",
        "--target",
        "server-2019",
        "--out",
        "new.pfx",
        "--out-password-file",
        "hidden/password",
    ];
    nothing_is_left(&folder, &arguments, "", "new.pfx");
}
