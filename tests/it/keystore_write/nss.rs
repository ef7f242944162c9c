//! What NSS imports of PFX files written here.

use certwright::core::keystore::pfx::{PfxCipher, PfxContents, PfxRecipe};

use super::scene::{Desk, Peer, args, identities, identity};

/// An empty database.
fn database(desk: &Desk, name: &str) -> String {
    let path = desk.path(name);
    std::fs::create_dir(&path).unwrap();
    let database = format!("sql:{}", path.display());
    Peer::new("certutil").text(&args!["-N", "-d", database, "--empty-password"]);
    database
}

#[test]
fn every_key_is_imported_with_its_certificate() {
    let desk = Desk::new();
    for flavour in [PfxCipher::TripleDesSha1, PfxCipher::Aes256Sha256] {
        // This NSS knows no Ed25519 keys.
        let known = identities().iter().filter(|each| each.name != "ed25519");
        let contents = PfxContents {
            keys: known.clone().map(|each| each.entry(each.name)).collect(),
            ..PfxContents::default()
        };
        let path = desk.pfx(&contents, &PfxRecipe::windows(flavour, 2_048), "password");
        let database = database(&desk, &format!("{flavour:?}"));
        Peer::new("pk12util").text(&args!["-i", path, "-W", "password", "-d", database]);
        let listed = Peer::new("certutil").text(&args!["-L", "-d", database]);
        for identity in known {
            // `u` marks a certificate whose private key is there.
            let line = listed.lines().find(|line| line.starts_with(identity.name));
            assert!(line.is_some_and(|line| line.ends_with("u,u,u")), "{listed}");
        }
    }
}

#[test]
fn passwords_of_all_kinds_open_it() {
    let desk = Desk::new();
    let database = database(&desk, "database");
    let contents = PfxContents {
        keys: vec![identity("p256").entry("网站证书")],
        ..PfxContents::default()
    };
    let long = "0123456789abcdef".repeat(4);
    for flavour in [PfxCipher::TripleDesSha1, PfxCipher::Aes256Sha256] {
        for password in ["", "密码Ünï", "p😀w", &long] {
            let path = desk.pfx(&contents, &PfxRecipe::windows(flavour, 2_048), password);
            let told =
                Peer::new("pk12util").text(&args!["-l", path, "-W", password, "-d", database]);
            assert!(told.contains("Friendly Name: 网站证书"), "{told}");
            assert!(told.contains("Certificate(has private key):"), "{told}");
            assert!(told.contains("\nCertificate:\n"), "{told}");
        }
    }
}
