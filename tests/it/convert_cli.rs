//! The verb `convert` by the real program: every form and target, merging, passwords, what it refuses.
//! What it wrote is judged by openssl and keytool in `peers`; here the story of our own `inspect` is
//! enough to see that the right things went in.

#[cfg(feature = "peer-tests")]
mod peers;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::schema::violations;

const PROGRAM: &str = env!("CARGO_BIN_EXE_certwright-cli");
const SECRET: &str = "Canary-9f3Qw7Zx";

/// A folder for one test, with the password of results in it.
struct Desk {
    folder: TempDir,
}

/// What the program said.
struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("secret"), format!("{SECRET}\n")).unwrap();
        fs::create_dir(folder.path().join("out")).unwrap();
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs with `arguments`, in which @NAME stands for a path on the desk and %NAME for a fixture.
    fn run(&self, arguments: &str) -> Said {
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
        let arguments = arguments.split_whitespace().map(|word| {
            match (word.strip_prefix('@'), word.strip_prefix('%')) {
                (Some(name), _) => self.path(name).into_os_string(),
                (_, Some(name)) => fixtures.join(name).into_os_string(),
                _ => word.into(),
            }
        });
        let output = Command::new(PROGRAM)
            .args(arguments)
            .env("LC_ALL", "C")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        Said::of(&output)
    }

    fn convert(&self, arguments: &str) -> Said {
        self.run(&format!("convert {arguments} --trust %root.pem"))
    }

    /// Converts with a given password; must succeed.
    fn made(&self, arguments: &str) -> Value {
        let said = self.convert(&format!("{arguments} --out-password-file @secret --json"));
        assert_eq!(said.code, Some(0), "{arguments}: {}{}", said.err, said.out);
        said.document()
    }

    /// Converts into PEM and the like without a password; must succeed.
    fn made_plain(&self, arguments: &str) -> Value {
        let said = self.convert(&format!("{arguments} --json"));
        assert_eq!(said.code, Some(0), "{arguments}: {}{}", said.err, said.out);
        said.document()
    }

    /// The story of something on the desk.
    fn inspect(&self, name: &str) -> Value {
        let said = self.run(&format!(
            "inspect @{name} --password-file @secret --trust %root.pem --time {} --json",
            crate::support::NOW
        ));
        said.document()
    }

    fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(folder)).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

impl Said {
    fn of(output: &Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8(output.stdout.clone()).unwrap(),
            err: String::from_utf8(output.stderr.clone()).unwrap(),
        }
    }

    fn document(&self) -> Value {
        let document: Value = serde_json::from_str(&self.out)
            .unwrap_or_else(|error| panic!("{error}: {}{}", self.out, self.err));
        assert_eq!(violations(&document), Vec::<String>::new());
        document
    }

    fn refused(&self, code: &str) {
        assert_eq!(self.code, Some(2), "{}{}", self.out, self.err);
        let document = self.document();
        assert_eq!(document["report"]["refusal"], code);
        assert_eq!(document["verdict"], "error");
        assert!(self.err.contains("What to do"), "{}", self.err);
    }
}

fn kinds(document: &Value) -> Vec<String> {
    let artifacts = document["report"]["artifacts"].as_array().unwrap();
    let mut kinds: Vec<String> = artifacts
        .iter()
        .map(|artifact| artifact["kind"].as_str().unwrap().to_owned())
        .collect();
    kinds.sort();
    kinds
}

fn cell<'a>(document: &'a Value, reader: &str) -> &'a Value {
    let readers = document["report"]["readers"].as_array().unwrap();
    readers
        .iter()
        .find(|cell| cell["reader"] == reader)
        .unwrap()
}

#[test]
fn each_target_gets_its_usual_form_and_protection() {
    for (target, format, protection, rounds) in [
        ("server-2016", "pfx", "TripleDES-SHA1", Some(2_048)),
        ("server-2019", "pfx", "AES256-SHA256", Some(10_000)),
        ("java", "pfx", "AES256-SHA256", Some(10_000)),
        ("java8", "jks", "JKS", None),
        ("tomcat", "pfx", "AES256-SHA256", Some(10_000)),
        ("macos", "pfx", "TripleDES-SHA1", Some(10_000)),
        ("ccs", "pfx", "TripleDES-SHA1", Some(10_000)),
    ] {
        let desk = Desk::new();
        let document = desk.made(&format!("%bundles/certbot --target {target} --out @out"));
        let report = &document["report"];
        assert_eq!(report["format"], format, "{target}");
        assert_eq!(report["protection"]["name"], protection, "{target}");
        assert_eq!(
            report["protection"]["iterations"],
            serde_json::json!(rounds)
        );
        assert_eq!(cell(&document, target)["readable"], "yes", "{target}");
        let name = &desk.names("out")[0];
        let story = desk.inspect(&format!("out/{name}"));
        assert_eq!(
            story["report"]["identities"][0]["complete"], true,
            "{target}"
        );
    }
    for target in ["openssl", "openssl1"] {
        let desk = Desk::new();
        desk.made_plain(&format!("%bundles/certbot --target {target} --out @out"));
        assert_eq!(
            desk.names("out"),
            ["shop.example.com.crt", "shop.example.com.key"]
        );
    }
}

#[test]
fn each_form_is_written_and_holds_what_it_can() {
    for (form, names, kinds_in_it) in [
        ("der", &["shop.example.com.cer"][..], &["certificate"][..]),
        (
            "p7b",
            &["shop.example.com.p7b"],
            &["certificate", "certificate", "pkcs7"],
        ),
        ("pkcs8", &["shop.example.com.key"], &["key"]),
        ("sec1", &["shop.example.com.key"], &["key"]),
        (
            "pem --layout separate",
            &[
                "shop.example.com.chain.crt",
                "shop.example.com.crt",
                "shop.example.com.fullchain.crt",
                "shop.example.com.key",
            ],
            &[
                "certificate",
                "certificate",
                "certificate",
                "certificate",
                "key",
            ],
        ),
        (
            "pem --layout apache",
            &[
                "shop.example.com.chain.crt",
                "shop.example.com.crt",
                "shop.example.com.key",
            ],
            &["certificate", "certificate", "key"],
        ),
        (
            "pem --layout haproxy",
            &["shop.example.com.pem"],
            &["certificate", "certificate", "key"],
        ),
        (
            "pem --layout one",
            &["shop.example.com.pem"],
            &["certificate", "certificate", "key"],
        ),
    ] {
        let desk = Desk::new();
        desk.made_plain(&format!("%bundles/certbot --to {form} --out @out"));
        assert_eq!(desk.names("out"), names, "{form}");
        assert_eq!(kinds(&desk.inspect("out")), kinds_in_it, "{form}");
    }
    for form in ["pfx", "jks", "jceks"] {
        let desk = Desk::new();
        desk.made(&format!(
            "%bundles/certbot --to {form} --out @out/shop.{form}"
        ));
        assert_eq!(desk.names("out"), [format!("shop.{form}")]);
        let mut expected = ["certificate", "certificate", form, "key"];
        expected.sort_unstable();
        assert_eq!(kinds(&desk.inspect("out")), expected, "{form}");
    }
}

#[test]
fn key_certificate_and_chain_are_merged_from_wherever_they_lie() {
    let desk = Desk::new();
    desk.made_plain("%bundles/four-folder.zip --to pkcs1 --out @old.key");
    desk.made_plain("%bundles/four-folder.zip --to der --out @leaf.cer");
    let document = desk
        .made("@old.key @leaf.cer %bundles/sectigo.zip --target server-2019 --out @out/all.pfx");
    let entry = &document["report"]["entries"][0];
    assert_eq!(entry["has_private_key"], true);
    assert_eq!(entry["chain"].as_array().unwrap().len(), 1);
    let story = desk.inspect("out/all.pfx");
    assert_eq!(story["report"]["identities"][0]["complete"], true);
}

#[test]
fn a_file_name_decides_the_names_of_several_files() {
    let desk = Desk::new();
    desk.made_plain("%bundles/certbot --to pem --out @out/web.crt");
    assert_eq!(desk.names("out"), ["web.crt", "web.key"]);
    desk.made_plain("%bundles/certbot --to pkcs8 --out @out/only.der");
    let der = fs::read(desk.path("out/only.der")).unwrap();
    assert_eq!(der.first(), Some(&0x30), "DER begins with a SEQUENCE");
}

#[test]
fn passwords_are_changed_set_and_removed() {
    let desk = Desk::new();
    fs::write(desk.path("old"), "chosen-at-order\n").unwrap();
    let locked = "%broken/password-missing --password-file @old";
    desk.made(&format!("{locked} --to pfx --out @out/changed.pfx"));
    let story = desk.inspect("out/changed.pfx");
    assert_eq!(story["report"]["identities"][0]["complete"], true);

    desk.made_plain(&format!("{locked} --to pkcs8 --out @out/removed.key"));
    let key = fs::read_to_string(desk.path("out/removed.key")).unwrap();
    assert!(key.starts_with("-----BEGIN PRIVATE KEY-----"), "{key}");

    desk.made("@out/removed.key --to pkcs8 --out @out/set.key");
    let key = fs::read_to_string(desk.path("out/set.key")).unwrap();
    assert!(key.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----"));

    let said = desk.convert(&format!(
        "{locked} --to pfx --without-password --out @out/empty.pfx --json"
    ));
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert_eq!(said.document()["report"]["password"]["source"], "empty");
}

#[test]
fn a_made_password_lies_beside_the_result_and_nowhere_else() {
    let desk = Desk::new();
    let said = desk.convert("%bundles/certbot --target tomcat --generate-password --out @out");
    assert_eq!(said.code, Some(0), "{}", said.err);
    let password = fs::read_to_string(desk.path("out/keystorePass.txt")).unwrap();
    assert!(!said.out.contains(&password) && !said.err.contains(&password));
    assert!(said.out.contains("keystorePass.txt"));
    let least_bits = 128.0_f64;
    let alphabet: std::collections::BTreeSet<char> = password.chars().collect();
    assert!(
        alphabet.iter().all(char::is_ascii_alphanumeric),
        "{password}"
    );
    // 62 characters at the most, so this many are needed for 128 bits.
    assert!(
        password.len() as f64 >= least_bits / 62.0_f64.log2(),
        "{password}"
    );
    fs::write(desk.path("secret"), &password).unwrap();
    let story = desk.inspect("out/shop.example.com.pfx");
    assert_eq!(story["report"]["identities"][0]["complete"], true);
}

#[test]
fn no_secret_is_printed() {
    for more in ["", "--json", "--dry-run", "--snippet tomcat", "--lang zh"] {
        let desk = Desk::new();
        let said = desk.convert(&format!(
            "%bundles/certbot --target tomcat --out @out --out-password-file @secret --write-password-file {more}"
        ));
        assert_eq!(said.code, Some(0), "{}", said.err);
        assert!(
            !said.out.contains(SECRET) && !said.err.contains(SECRET),
            "{more}"
        );
        assert!(!said.out.contains("PRIVATE KEY"));
    }
}

#[test]
fn without_a_password_and_nobody_to_ask_it_says_what_to_give() {
    let desk = Desk::new();
    let said = desk.convert("%bundles/certbot --target server-2016 --out @out --json");
    said.refused("password_missing");
    assert!(said.err.contains("--out-password-file") && said.err.contains("--generate-password"));
    assert!(desk.names("out").is_empty());
}

#[test]
fn a_key_that_fits_nothing_is_refused_with_what_was_tried() {
    let desk = Desk::new();
    let said =
        desk.convert("%broken/wrong-key --to pfx --out @out --out-password-file @secret --json");
    said.refused("key_fits_nothing");
    assert_eq!(said.document()["findings"][0]["id"], "key_mismatch");
    assert!(
        said.err.contains("RSA 2048") && said.err.contains("shop.example.com"),
        "{}",
        said.err
    );
    assert!(desk.names("out").is_empty());
}

#[test]
fn what_is_locked_is_named() {
    let desk = Desk::new();
    let said = desk.convert("%broken/password-missing --to pem --out @out --json");
    said.refused("still_locked");
    assert_eq!(
        said.document()["findings"][0]["id"],
        "keystore_password_needed"
    );
    assert!(said.err.contains("shop.example.com.pfx"), "{}", said.err);
}

#[test]
fn a_file_in_the_way_is_named_and_kept_as_a_copy_on_wish() {
    let desk = Desk::new();
    let line =
        "%bundles/certbot --target server-2016 --out @out/shop.pfx --out-password-file @secret";
    fs::write(desk.path("out/shop.pfx"), "the old one").unwrap();
    let said = desk.convert(line);
    assert_eq!(said.code, Some(2));
    assert!(
        said.err.contains("shop.pfx") && said.err.contains("--replace"),
        "{}",
        said.err
    );
    assert_eq!(fs::read(desk.path("out/shop.pfx")).unwrap(), b"the old one");

    let said = desk.convert(&format!("{line} --replace --json"));
    assert_eq!(said.code, Some(0), "{}", said.err);
    let document = said.document();
    let copy = document["report"]["files"][0]["copy"].as_str().unwrap();
    assert_eq!(fs::read(copy).unwrap(), b"the old one");
    assert_eq!(desk.names("out").len(), 2, "nothing else is left behind");
}

#[cfg(unix)]
#[test]
fn secret_files_are_readable_by_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    desk.made("%bundles/certbot --to pem --out @out/shop.crt --write-password-file");
    let mode = |name: &str| {
        let file = fs::metadata(desk.path(name)).unwrap();
        file.permissions().mode() & 0o777
    };
    assert_eq!(mode("out/shop.key"), 0o600);
    assert_eq!(mode("out/keystorePass.txt"), 0o600);
}

#[test]
fn one_of_several_certificates_is_chosen_by_name() {
    let desk = Desk::new();
    let line = "%broken/twelve-identities --to pkcs8 --out @out";
    let said = desk.convert("%broken/twelve-identities --target server-2019 --out @out --out-password-file @secret --json");
    assert_eq!(said.code, Some(2), "{}", said.out);
    let story = desk.run(&format!(
        "inspect %broken/twelve-identities --json --trust %root.pem --time {}",
        crate::support::NOW
    ));
    let story = story.document();
    let leaf = story["report"]["artifacts"]
        .as_array()
        .unwrap()
        .iter()
        .find(|artifact| artifact["kind"] == "certificate" && artifact["has_private_key"] == true)
        .map(|artifact| artifact["fingerprint_sha256"].as_str().unwrap().to_owned());
    if let Some(leaf) = leaf {
        let chosen = desk.made_plain(&format!("{line} --select {leaf}"));
        assert_eq!(chosen["report"]["files"][0]["role"], "key");
    }
    let said = desk.convert(&format!("{line} --select nobody.example.com --json"));
    said.refused("no_such_certificate");
}

#[test]
fn all_entries_of_a_java_keystore_move_with_their_aliases() {
    let desk = Desk::new();
    fs::write(desk.path("old"), "changeit\n").unwrap();
    let line =
        "%keystores/keytool-everything.jks --password-file @old --target java --out @out/all.p12";
    let document = desk.made(&format!("{line} --all"));
    let mut names: Vec<&str> = document["report"]["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["name"].as_str().unwrap())
        .collect();
    names.sort_unstable();
    assert_eq!(names, ["shop", "third"]);
    let said = desk.convert(&format!(
        "{line} --all --alias One --replace --out-password-file @secret --json"
    ));
    said.refused("alias_collision");
    assert_eq!(
        said.document()["findings"][0]["id"],
        "keystore_alias_collision"
    );
}

#[test]
fn a_trust_store_holds_certificates_only() {
    let desk = Desk::new();
    let document = desk.made("%root.pem --target java --trust-store --out @out/trust.p12");
    let entries = document["report"]["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0]["has_private_key"], false);
}

#[test]
fn the_central_store_gets_a_file_per_host_name() {
    let desk = Desk::new();
    desk.made("%bundles/certbot --target ccs --out @out");
    assert_eq!(
        desk.names("out"),
        ["shop.example.com.pfx", "www.shop.example.com.pfx"]
    );
    let said = desk
        .convert("%bundles/certbot --target ccs --out @out/shop.pfx --out-password-file @secret");
    assert_eq!(said.code, Some(64), "{}", said.err);
}

#[test]
fn a_protection_that_the_target_cannot_read_is_made_and_said() {
    let desk = Desk::new();
    let said = desk.convert(
        "%bundles/certbot --target server-2016 --protection aes256-sha256 --out @out --out-password-file @secret --json",
    );
    assert_eq!(said.code, Some(1), "{}", said.err);
    let document = said.document();
    assert_eq!(document["findings"][0]["id"], "keystore_target_cannot_read");
    assert_eq!(
        document["findings"][0]["evidence"],
        serde_json::json!({"target": "server-2016", "reason": "cipher_too_new"})
    );
    assert_eq!(desk.names("out"), ["shop.example.com.pfx"]);
}

#[test]
fn a_dry_run_says_the_same_and_writes_nothing() {
    let desk = Desk::new();
    let said = desk.convert("%bundles/certbot --target server-2016 --out @out --dry-run --json");
    assert_eq!(said.code, Some(0), "{}", said.err);
    let planned = said.document();
    assert!(desk.names("out").is_empty());
    let made = desk.made("%bundles/certbot --target server-2016 --out @out");
    for part in [
        "target",
        "format",
        "protection",
        "entries",
        "notes",
        "readers",
    ] {
        assert_eq!(planned["report"][part], made["report"][part], "{part}");
    }
}

#[test]
fn snippets_name_the_files_that_were_made() {
    let desk = Desk::new();
    let said = desk.convert("%bundles/certbot --to pem --out @out/web.crt --snippet nginx");
    assert_eq!(said.code, Some(0), "{}", said.err);
    for name in ["web.crt", "web.key"] {
        let path = desk.path("out").join(name);
        let line = said.out.lines().find(|line| {
            line.contains("ssl_certificate") && line.contains(&*path.to_string_lossy())
        });
        assert!(line.is_some(), "{name}: {}", said.out);
    }
    let said = desk.convert("%bundles/certbot --to der --out @out/web.cer --snippet nginx");
    assert_eq!(said.code, Some(64), "{}", said.err);
}

#[test]
fn arguments_that_make_no_sense_are_usage_errors() {
    let desk = Desk::new();
    for (line, word) in [
        ("--out @out", "--target"),
        (
            "--to p7b --generate-password --out @out",
            "--generate-password",
        ),
        ("--to pem --alias shop --out @out", "--alias"),
        ("--to pfx --layout nginx --out @out", "--layout"),
        ("--to pfx", "--out"),
        ("--to docx --out @out", "pfx"),
        (
            "--to pfx --out @out --out-password-file - --password-stdin",
            "--password-stdin",
        ),
        (
            "--to pfx --out @out --with-chain --without-chain",
            "--without-chain",
        ),
        ("--to pfx --out @out --password secret", "--password"),
    ] {
        let said = desk.run(&format!("convert %bundles/certbot {line}"));
        assert_eq!(said.code, Some(64), "{line}: {}", said.out);
        assert!(
            said.err.contains(word) && said.out.is_empty(),
            "{}",
            said.err
        );
    }
}

#[test]
fn the_report_is_within_eighty_columns_in_both_languages() {
    use certwright::text::prose::columns;
    for lang in ["en", "zh"] {
        let desk = Desk::new();
        let said = desk.convert(&format!(
            "%bundles/certbot --target java8 --out @out --out-password-file @secret --lang {lang}"
        ));
        assert_eq!(said.code, Some(0), "{}", said.err);
        let folder = desk.path("out");
        let wide = said
            .out
            .lines()
            .filter(|line| !line.contains(&*folder.to_string_lossy()))
            .find(|line| columns(line) > 80);
        assert_eq!(wide, None);
    }
}

#[test]
fn a_wrong_protection_is_said_in_words_before_anything_else() {
    let desk = Desk::new();
    let said = desk.convert(
        "%bundles/certbot --target server-2016 --protection aes256-sha256 --out @out --generate-password",
    );
    assert_eq!(said.code, Some(1));
    let first = said.out.find("[error]").unwrap();
    assert!(first < said.out.find("Protection").unwrap(), "{}", said.out);
}

#[test]
fn a_password_that_java_refuses_is_a_finding() {
    let desk = Desk::new();
    fs::write(desk.path("secret"), "pässword-ä\n").unwrap();
    let line = "%bundles/certbot --target java --out @out --out-password-file @secret";
    let said = desk.convert(&format!("{line} --json"));
    assert_eq!(said.code, Some(1), "{}", said.err);
    assert_eq!(
        said.document()["findings"][0]["evidence"]["reason"],
        "password_not_ascii"
    );
    let said = desk.convert(&format!("{line} --replace"));
    assert!(said.out.contains("outside ASCII"), "{}", said.out);
    assert!(!said.out.contains("pässword"));
}

#[test]
fn certificates_of_one_name_are_told_apart_by_their_fingerprints() {
    let desk = Desk::new();
    let line = "%bundles/four-folder.zip %bundles/certbot --to pfx --out @out/shop.pfx --out-password-file @secret --json";
    for more in ["", "--select shop.example.com"] {
        let said = desk.convert(&format!("{line} {more}"));
        said.refused("several_certificates");
        assert!(said.err.contains("6 Jun 2027, "), "{}", said.err);
        let (_, after) = said.err.split_once("6 Jun 2027, ").unwrap();
        let digits: String = after.chars().take(16).collect();
        let chosen = desk.convert(&format!("{line} --replace --select {digits}"));
        assert_eq!(chosen.code, Some(0), "{}", chosen.err);
        let leaf = &chosen.document()["report"]["entries"][0]["fingerprint_sha256"];
        assert!(leaf.as_str().unwrap().starts_with(&digits));
    }
    let all = desk.convert(&format!("{line} --replace --all"));
    assert_eq!(all.code, Some(0), "{}", all.err);
    let entries = &all.document()["report"]["entries"];
    assert_eq!(entries.as_array().unwrap().len(), 2);
}

#[test]
fn certificates_without_their_key_become_pem_and_no_pfx() {
    let desk = Desk::new();
    let document = desk.made_plain("%bundles/user-csr.zip --to pem --out @out/shop.crt");
    assert_eq!(document["report"]["protection"]["name"], "public");
    assert_eq!(document["findings"][0]["id"], "key_missing");
    assert_eq!(document["verdict"], "warning");
    let said = desk.convert(
        "%bundles/user-csr.zip --to pfx --out @out/shop.pfx --out-password-file @secret --json",
    );
    said.refused("no_key");
    assert_eq!(said.document()["findings"][0]["id"], "key_missing");
}

#[test]
fn chain_and_root_go_in_or_stay_out() {
    let desk = Desk::new();
    for (more, length) in [
        ("--without-chain", 0),
        ("--with-chain", 1),
        ("--include-root", 2),
    ] {
        let document = desk.made_plain(&format!(
            "%bundles/certbot --to pem --layout one --replace --out @out/all.pem {more}"
        ));
        let chain = &document["report"]["entries"][0]["chain"];
        assert_eq!(chain.as_array().unwrap().len(), length, "{more}");
        let text = fs::read_to_string(desk.path("out/all.pem")).unwrap();
        assert_eq!(
            text.matches("BEGIN CERTIFICATE").count(),
            length + 1,
            "{more}"
        );
    }
}

#[test]
fn a_missing_intermediate_is_an_error_unless_the_chain_is_not_wanted() {
    let desk = Desk::new();
    let line = "%broken/intermediate-missing --to pem --out @out/shop.crt --json --replace";
    let said = desk.convert(line);
    assert_eq!(said.code, Some(1), "{}", said.err);
    assert_eq!(
        said.document()["findings"][0]["id"],
        "chain_missing_intermediate"
    );
    let said = desk.convert(&format!("{line} --without-chain"));
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
}

#[cfg(unix)]
#[test]
fn a_group_that_holds_everybody_is_refused_and_nothing_is_written() {
    let desk = Desk::new();
    let said =
        desk.convert("%bundles/certbot --to pem --out @out/shop.crt --also-readable-by users");
    assert_eq!(said.code, Some(2), "{}", said.out);
    assert!(said.err.contains("users"), "{}", said.err);
    assert!(desk.names("out").is_empty());
}
