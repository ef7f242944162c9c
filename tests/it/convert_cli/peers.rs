//! What `convert` wrote, opened by openssl and keytool.

use std::path::Path;
use std::process::Command;

use super::{Desk, SECRET};

fn ask(program: &str, arguments: &[&str], folder: &Path) -> String {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{program} {arguments:?}: {said}{error}"
    );
    said
}

fn openssl(desk: &Desk, line: &str) -> String {
    let arguments: Vec<&str> = line.split(' ').collect();
    ask("openssl", &arguments, desk.folder.path())
}

fn keytool(desk: &Desk, line: &str) -> String {
    let arguments: Vec<&str> = line.split(' ').collect();
    ask("keytool", &arguments, desk.folder.path())
}

/// The public key of a private key and of a certificate are one.
fn fits(desk: &Desk, key: &str, certificate: &str) {
    let of_key = openssl(desk, &format!("pkey -in {key} -pubout -passin file:secret"));
    let of_leaf = openssl(desk, &format!("x509 -in {certificate} -noout -pubkey"));
    assert_eq!(of_key, of_leaf);
}

#[test]
fn openssl_opens_each_keystore_and_key() {
    let desk = Desk::new();
    for target in [
        "server-2016",
        "server-2019",
        "java",
        "openssl1 --to pfx",
        "macos",
    ] {
        desk.made(&format!(
            "%bundles/certbot --target {target} --out @out/it.pfx --replace"
        ));
        let said = openssl(&desk, "pkcs12 -in out/it.pfx -passin file:secret -nodes");
        assert_eq!(said.matches("BEGIN CERTIFICATE").count(), 2, "{target}");
        assert_eq!(said.matches("BEGIN PRIVATE KEY").count(), 1, "{target}");
    }
    desk.made("%bundles/certbot --to pem --out @out/shop.crt");
    fits(&desk, "out/shop.key", "out/shop.crt");
    desk.made_plain("%bundles/certbot --to sec1 --out @out/ec.key");
    fits(&desk, "out/ec.key", "out/shop.crt");
    desk.made_plain("%bundles/four-folder.zip --to pem --out @out/rsa.crt");
    desk.made_plain("%bundles/four-folder.zip --to pkcs1 --out @out/old.key");
    fits(&desk, "out/old.key", "out/rsa.crt");
    desk.made_plain("%bundles/certbot --to p7b --out @out/shop.p7b");
    let said = openssl(&desk, "pkcs7 -inform DER -in out/shop.p7b -print_certs");
    assert_eq!(said.matches("BEGIN CERTIFICATE").count(), 2);
}

#[test]
fn openssl_opens_a_pfx_with_the_empty_password() {
    let desk = Desk::new();
    let said = desk.convert("%bundles/certbot --to pfx --without-password --out @out/it.pfx");
    assert_eq!(said.code, Some(0), "{}", said.err);
    let opened = openssl(&desk, "pkcs12 -in out/it.pfx -passin pass: -nodes");
    assert!(opened.contains("BEGIN PRIVATE KEY"));
}

#[test]
fn keytool_lists_the_alias_and_takes_the_key() {
    let desk = Desk::new();
    for form in ["pfx", "jks", "jceks"] {
        desk.made(&format!(
            "%bundles/certbot --to {form} --target java --alias Shop --out @out/it.{form}"
        ));
        let kind = if form == "pfx" { "pkcs12" } else { form };
        let store = format!("-keystore out/it.{form} -storetype {kind} -storepass {SECRET}");
        let said = keytool(&desk, &format!("-list {store} -J-Duser.language=en"));
        assert!(
            said.contains("shop,") && said.contains("PrivateKeyEntry"),
            "{said}"
        );
        keytool(
            &desk,
            &format!(
                "-importkeystore -noprompt -srckeystore out/it.{form} -srcstoretype {kind} -srcstorepass {SECRET} -destkeystore out/of-{form}.p12 -deststoretype pkcs12 -deststorepass {SECRET}"
            ),
        );
    }
}

#[test]
fn keytool_finds_a_trusted_entry_in_a_trust_store() {
    let desk = Desk::new();
    desk.made("%root.pem --target java --trust-store --out @out/trust.p12");
    let said = keytool(
        &desk,
        &format!(
            "-list -keystore out/trust.p12 -storetype pkcs12 -storepass {SECRET} -J-Duser.language=en"
        ),
    );
    assert!(said.contains("trustedCertEntry"), "{said}");
}

#[test]
fn a_key_with_a_password_of_its_own_opens_in_java() {
    let desk = Desk::new();
    std::fs::write(desk.path("key-secret"), "Other-Canary-4711\n").unwrap();
    desk.made(
        "%bundles/certbot --to jks --alias shop --out-key-password-file @key-secret --out @out/it.jks",
    );
    keytool(
        &desk,
        &format!(
            "-importkeystore -noprompt -srckeystore out/it.jks -srcstoretype jks -srcstorepass {SECRET} -srcalias shop -srckeypass Other-Canary-4711 -destkeystore out/of.p12 -deststoretype pkcs12 -deststorepass {SECRET}"
        ),
    );
}

#[test]
fn openssl_sees_the_provider_and_the_machine_mark() {
    let desk = Desk::new();
    let line = "%keystores/openssl-windows-attributes.pfx --password-file @old --target server-2019 --replace --out @out/it.pfx";
    std::fs::write(desk.path("old"), "changeit\n").unwrap();
    let ask = |more: &str| {
        let said = desk.convert(&format!("{line} {more} --out-password-file @secret"));
        assert!(matches!(said.code, Some(0 | 1)), "{}", said.err);
        openssl(&desk, "pkcs12 -in out/it.pfx -passin file:secret -nodes")
    };
    let kept = ask("");
    assert!(kept.contains("Microsoft CSP Name"), "{kept}");
    let dropped = ask("--provider drop");
    assert!(!dropped.contains("Microsoft CSP Name"), "{dropped}");
    let marked = ask("--provider drop --machine-key");
    assert!(marked.contains("Microsoft Local Key set"), "{marked}");
}
