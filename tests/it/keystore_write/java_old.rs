//! What Java 17 reads of JKS and JCEKS files written here.

use std::path::PathBuf;

use certwright::core::finding::Kind;
use certwright::core::keystore::WriteFault;
use certwright::core::keystore::jks::{JCEKS_ITERATIONS, JksContent, JksEntry, write};
use certwright::core::progress::Unwatched;
use certwright::core::secret::Secret;
use certwright::core::time::Moment;
use certwright::platform::World;

use super::scene::{Desk, identities, identity, keytool_list, root, sign_with_keytool};
use crate::support::NOW;

const KINDS: [(Kind, &str); 2] = [(Kind::Jks, "JKS"), (Kind::Jceks, "JCEKS")];

fn key<'a>(alias: &'a str, name: &str, secret: &'a Secret) -> JksEntry<'a> {
    let identity = identity(name);
    JksEntry {
        alias,
        content: JksContent::Key {
            key: &identity.key,
            chain: identity.chain.iter().map(Vec::as_slice).collect(),
            secret,
        },
    }
}

fn written(kind: Kind, entries: &[JksEntry<'_>], store: &str) -> Result<Vec<u8>, WriteFault> {
    let (world, now) = (World::new(), Moment::parse(NOW).unwrap());
    let (store, random) = (Secret::from(store), world.env().random);
    let store = write(
        kind,
        entries,
        &store,
        now,
        JCEKS_ITERATIONS,
        random,
        &Unwatched,
    )?;
    Ok(store.to_vec())
}

fn put(desk: &Desk, kind: Kind, entries: &[JksEntry<'_>], store: &str) -> PathBuf {
    desk.put("written.jks", &written(kind, entries, store).unwrap())
}

#[test]
fn every_key_signs_with_a_password_of_its_own() {
    let desk = Desk::new();
    let secret = Secret::from("its-own-password");
    for (kind, name) in KINDS {
        let each = identities().iter();
        let entries: Vec<_> = each
            .map(|each| key(each.name, each.name, &secret))
            .collect();
        let path = put(&desk, kind, &entries, "store-password");
        let told = keytool_list(&path, name, "store-password");
        let keys = identities().len();
        assert_eq!(
            told.matches("Entry type: PrivateKeyEntry").count(),
            keys,
            "{told}"
        );
        assert_eq!(
            told.matches("Certificate chain length: 2").count(),
            keys,
            "{told}"
        );
        assert!(told.contains("Creation date: Nov 23, 2026"), "{told}");
        // One run of Java takes half a second.
        let signing = if kind == Kind::Jks { keys } else { 2 };
        for identity in identities().iter().take(signing) {
            let key_password = Some("its-own-password");
            let (alias, store) = (identity.name, "store-password");
            let public = sign_with_keytool(&path, name, alias, store, key_password);
            assert_eq!(public, identity.public, "{}", identity.name);
        }
    }
}

#[test]
fn aliases_are_found_under_the_name_that_java_makes_of_them() {
    let desk = Desk::new();
    let root = root();
    let secret = Secret::from("password");
    for (kind, name) in KINDS {
        // Upper case of several scripts; keytool finds an alias only as it would have written it.
        for alias in [
            "WWW.Example.COM",
            "ÜNÏ-ΟΔΟΣ",
            "İSTANBUL",
            "网站证书 😀",
            "ΣΑΣ.ΣΑΣ",
        ] {
            let trusted = JksEntry {
                alias: "Root",
                content: JksContent::Trusted(&root),
            };
            let path = put(
                &desk,
                kind,
                &[key(alias, "p256", &secret), trusted],
                "password",
            );
            let public = sign_with_keytool(&path, name, alias, "password", None);
            assert_eq!(public, identity("p256").public, "{alias}");
            let told = keytool_list(&path, name, "password");
            assert_eq!(
                told.matches("Entry type: trustedCertEntry").count(),
                1,
                "{told}"
            );
            assert!(told.contains("Alias name: root\n"), "{told}");
        }
    }
}

#[test]
fn passwords_beyond_ascii_open_a_jks() {
    let desk = Desk::new();
    let long = "0123456789abcdef".repeat(4);
    for password in ["密码Ünï!", "p😀w p😀w", &long] {
        let secret = Secret::from(password);
        let entries = [key("site", "p256", &secret)];
        let path = put(&desk, Kind::Jks, &entries, password);
        let public = sign_with_keytool(&path, "JKS", "site", password, None);
        assert_eq!(public, identity("p256").public, "{password}");
    }
    let secret = Secret::from("密码Ünï!");
    let refused = written(Kind::Jceks, &[key("site", "p256", &secret)], "password");
    assert!(matches!(refused, Err(WriteFault::Unrepresentable { .. })));
}

#[test]
fn aliases_that_java_takes_for_one_are_refused() {
    let secret = Secret::from("password");
    let entries = [key("Site", "p256", &secret), key("SITE", "p384", &secret)];
    let alias = "site".to_owned();
    assert_eq!(
        written(Kind::Jks, &entries, "password"),
        Err(WriteFault::AliasCollision { alias })
    );
}
