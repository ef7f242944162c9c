//! keytool 17: PKCS#12 new and old, JKS and JCEKS, separate key passwords, secret keys, trust stores.

use std::path::Path;

use super::bench::{answer, export_source, folder, peer};
use super::{Cell, judge};

/// keytool's commands one after the other, each with the store's name and type already said.
type Commands<'a> = &'a [&'a str];

const IMPORT: &str = "-importkeystore -srckeystore source.p12 -srcstorepass changeit -srcalias shop -noprompt -destkeypass";
const TRUST: &str = "-importcert -noprompt -alias root -file chain.pem";
const SECRET: &str = "-genseckey -alias token -keyalg AES -keysize 128 -keypass";

/// Name, type, commands, passwords, outcome.
const CELLS: &[(&str, &str, Commands<'_>, &[&str], &str)] = &[
    (
        "key",
        "PKCS12",
        &["IMPORT changeit"],
        &["changeit"],
        "1 key, 3 certificates",
    ),
    (
        "old key",
        "PKCS12 -J-Dkeystore.pkcs12.legacy",
        &["IMPORT changeit"],
        &["changeit"],
        "1 key, 3 certificates",
    ),
    (
        "everything",
        "PKCS12",
        &["IMPORT changeit", "TRUST", "SECRET changeit"],
        &["changeit"],
        "1 key, 3 certificates, 1 trusted, keystore_entry_not_shown",
    ),
    (
        "trust store",
        "PKCS12",
        &["TRUST"],
        &["changeit"],
        "0 key, 0 certificates, 1 trusted",
    ),
    (
        "JKS",
        "JKS",
        &["IMPORT changeit"],
        &["changeit"],
        "1 key, 3 certificates",
    ),
    (
        "JKS, wrong",
        "JKS",
        &["IMPORT changeit"],
        &["wrong!"],
        "0 key, 3 certificates, keystore_password_wrong",
    ),
    (
        "JKS, other key password",
        "JKS",
        &["IMPORT key-password", "TRUST"],
        &["changeit"],
        "0 key, 3 certificates, 1 trusted, key_password_wrong",
    ),
    (
        "JKS, both passwords",
        "JKS",
        &["IMPORT key-password", "TRUST"],
        &["changeit", "key-password"],
        "1 key, 3 certificates, 1 trusted",
    ),
    (
        "JKS trust store",
        "JKS",
        &["TRUST"],
        &[],
        "0 key, 0 certificates, 1 trusted",
    ),
    (
        "JCEKS",
        "JCEKS",
        &["IMPORT changeit", "SECRET other-password", "TRUST"],
        &["changeit"],
        "1 key, 3 certificates, 1 trusted, keystore_entry_not_shown",
    ),
    (
        "JCEKS, other key password",
        "JCEKS",
        &["IMPORT key-password"],
        &["changeit"],
        "0 key, 3 certificates, key_password_wrong",
    ),
];

#[test]
fn every_store_of_keytool_answers_as_written_down() {
    let own = folder();
    export_source(own.path());
    let mut faults = Vec::new();
    for (number, (name, kind, commands, passwords, expected)) in CELLS.iter().enumerate() {
        let store = format!("{number}.store");
        let again = CELLS
            .iter()
            .take(number)
            .position(|(_, earlier, made, ..)| (earlier, made) == (kind, commands));
        let store = match again {
            Some(earlier) => format!("{earlier}.store"),
            None => {
                commands
                    .iter()
                    .for_each(|command| keytool(own.path(), &store, kind, command));
                store
            }
        };
        let cell: Cell = (name, &[], passwords, expected);
        let found = answer(&own.path().join(store), cell.2);
        if found != cell.3 {
            faults.push(format!("{}: {found}, not {}", cell.0, cell.3));
        }
    }
    judge(faults);
}

fn keytool(folder: &Path, store: &str, kind: &str, command: &str) {
    let command = command
        .replace("IMPORT", IMPORT)
        .replace("TRUST", TRUST)
        .replace("SECRET", SECRET);
    let (kind, java) = kind.split_once(' ').unwrap_or((kind, ""));
    let (store_is, type_is, password_is) = match command.starts_with("-importkeystore") {
        true => ("-destkeystore", "-deststoretype", "-deststorepass"),
        false => ("-keystore", "-storetype", "-storepass"),
    };
    let mut arguments: Vec<&str> = command.split_whitespace().collect();
    arguments.extend([store_is, store, type_is, kind, password_is, "changeit"]);
    // Starting costs more than the work.
    arguments.extend(["-J-XX:TieredStopAtLevel=1", "-J-Xshare:auto"]);
    arguments.extend(java.split_whitespace());
    assert!(peer(folder, "keytool", &arguments, ""), "{arguments:?}");
}
