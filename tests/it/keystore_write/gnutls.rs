//! What GnuTLS reads of PFX files written here.

use certwright::core::keystore::pfx::{PfxCipher, PfxContents, PfxRecipe};

use super::scene::{Desk, Peer, args, blocks, gnutls_public, identities, identity};

/// What `certtool --p12-info` prints.
fn read(path: &std::path::Path, password: &str) -> String {
    Peer::new("certtool").text(&args![
        "--p12-info",
        "--inder",
        "--infile",
        path,
        "--password",
        password
    ])
}

#[test]
fn names_ciphers_and_keys_come_out_as_they_went_in() {
    let desk = Desk::new();
    for (flavour, cipher, mac) in [
        (PfxCipher::TripleDesSha1, "PKCS12-3DES-SHA1", "MAC: SHA1"),
        (PfxCipher::Aes256Sha256, "PBES2-AES256-CBC", "MAC: SHA256"),
    ] {
        for identity in identities() {
            let contents = PfxContents {
                keys: vec![identity.entry("网站证书 p😀w")],
                ..PfxContents::default()
            };
            let path = desk.pfx(&contents, &PfxRecipe::windows(flavour, 2_048), "password");
            let told = read(&path, "password");
            let name = identity.name;
            assert_eq!(
                told.matches("Friendly name: 网站证书 p😀w").count(),
                2,
                "{told}"
            );
            assert_eq!(told.matches("Key ID: ").count(), 2, "{name}: {told}");
            assert_eq!(told.matches(cipher).count(), 2, "{name}: {told}");
            assert!(told.contains(mac), "{name}: {told}");
            assert_eq!(told.matches("Iteration count: 2048").count(), 3, "{told}");
            assert_eq!(blocks(&told, "CERTIFICATE").len(), 2, "{name}: {told}");
            let key = blocks(&told, "ENCRYPTED PRIVATE KEY");
            let key = desk.put("read.key", key[0].as_bytes());
            assert_eq!(gnutls_public(&key, "password"), identity.public, "{name}");
        }
    }
}

#[test]
fn passwords_of_all_kinds_open_it() {
    let desk = Desk::new();
    let contents = PfxContents {
        keys: vec![identity("p256").entry("site")],
        ..PfxContents::default()
    };
    let long = "0123456789abcdef".repeat(4);
    for flavour in [PfxCipher::TripleDesSha1, PfxCipher::Aes256Sha256] {
        for password in ["", "密码Ünï", "p😀w", &long] {
            let path = desk.pfx(&contents, &PfxRecipe::windows(flavour, 2_048), password);
            let told = read(&path, password);
            assert_eq!(blocks(&told, "CERTIFICATE").len(), 2, "{password}: {told}");
        }
    }
}
