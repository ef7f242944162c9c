//! What Java 17 reads of PFX files written here.

use std::path::Path;

use certwright::core::keystore::pfx::{PfxCipher, PfxContents, PfxRecipe, PfxTrusted};

use super::scene::{Desk, Peer, args, identities, identity, keytool_list, root, sign_with_keytool};

fn list(path: &Path, password: &str) -> String {
    keytool_list(path, "PKCS12", password)
}

#[test]
fn every_key_is_listed_with_its_chain_and_signs() {
    let desk = Desk::new();
    for (flavour, signing) in [(PfxCipher::TripleDesSha1, 1), (PfxCipher::Aes256Sha256, 6)] {
        let contents = PfxContents {
            keys: identities()
                .iter()
                .map(|each| each.entry(each.name))
                .collect(),
            ..PfxContents::default()
        };
        let path = desk.pfx(&contents, &PfxRecipe::windows(flavour, 2_048), "password");
        let told = list(&path, "password");
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
        for identity in identities().iter().take(signing) {
            let public = sign_with_keytool(&path, "PKCS12", identity.name, "password", None);
            assert_eq!(public, identity.public, "{}", identity.name);
        }
    }
}

#[test]
fn aliases_and_passwords_are_told_as_java_has_them() {
    let desk = Desk::new();
    let contents = PfxContents {
        keys: vec![identity("p256").entry("WWW.网站证书 😀")],
        ..PfxContents::default()
    };
    let long = "0123456789abcdef".repeat(4);
    for iterations in [1, 10_000, 600_000] {
        let recipe = PfxRecipe::windows(PfxCipher::Aes256Sha256, iterations);
        let told = list(&desk.pfx(&contents, &recipe, &long), &long);
        assert!(told.contains("Alias name: www.网站证书 😀\n"), "{told}");
    }
    // Java takes ASCII passwords only, whatever made the file.
    for flavour in [PfxCipher::TripleDesSha1, PfxCipher::Aes256Sha256] {
        let recipe = PfxRecipe::windows(flavour, 2_048);
        let path = desk.pfx(&contents, &recipe, "密码Ünï");
        let output = Peer::new("keytool").with("PASS", "密码Ünï").run(&args![
            "-list",
            "-storetype",
            "PKCS12",
            "-keystore",
            path,
            "-storepass:env",
            "PASS"
        ]);
        let told = String::from_utf8_lossy(&output.stdout);
        assert!(told.contains("keystore password was incorrect"), "{told}");
    }
}

#[test]
fn trusted_certificates_are_entries_of_their_own() {
    let desk = Desk::new();
    let (root, site) = (root(), identity("rsa2048"));
    let trusted = |der, friendly_name, is_java_trusted| PfxTrusted {
        der,
        friendly_name: Some(friendly_name),
        is_java_trusted,
    };
    let contents = PfxContents {
        keys: vec![site.entry("site")],
        trusted: vec![
            trusted(&root, "root", true),
            trusted(&site.chain[1], "intermediate", true),
            trusted(&site.chain[0], "pinned", true),
            trusted(&identity("p384").chain[0], "not for java", false),
        ],
    };
    let recipe = PfxRecipe::windows(PfxCipher::Aes256Sha256, 2_048);
    let told = list(&desk.pfx(&contents, &recipe, "password"), "password");
    assert_eq!(
        told.matches("Entry type: trustedCertEntry").count(),
        3,
        "{told}"
    );
    for alias in ["root", "intermediate", "pinned", "site"] {
        assert!(told.contains(&format!("Alias name: {alias}\n")), "{told}");
    }
    assert!(!told.contains("not for java"), "{told}");
    // The key finds its whole chain, though all of it is trusted by other names.
    assert!(told.contains("Certificate chain length: 3"), "{told}");
}

#[test]
fn what_windows_keeps_beside_a_key_does_not_disturb() {
    let desk = Desk::new();
    let mut entry = identity("rsa2048").entry("site");
    entry.attributes.provider = Some("Microsoft Software Key Storage Provider".to_owned());
    entry.attributes.is_machine_key = true;
    let contents = PfxContents {
        keys: vec![entry],
        ..PfxContents::default()
    };
    let recipe = PfxRecipe::windows(PfxCipher::Aes256Sha256, 2_048);
    let path = desk.pfx(&contents, &recipe, "password");
    assert!(list(&path, "password").contains("Entry type: PrivateKeyEntry"));
    let told = Peer::new("certtool").text(&args![
        "--p12-info",
        "--inder",
        "--infile",
        path,
        "--password",
        "password"
    ]);
    assert!(told.contains("Friendly name: site"), "{told}");
    let database = desk.path("database");
    std::fs::create_dir(&database).unwrap();
    let database = format!("sql:{}", database.display());
    Peer::new("certutil").text(&args!["-N", "-d", database, "--empty-password"]);
    Peer::new("pk12util").text(&args!["-i", path, "-W", "password", "-d", database]);
}
