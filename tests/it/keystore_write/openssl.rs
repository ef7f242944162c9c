//! What openssl 3 reads of PFX files written here.

use certwright::core::keystore::pfx::{PfxCipher, PfxContents, PfxRecipe, PfxTrusted};

use super::scene::{Desk, Peer, args, blocks, identities, identity, root};

const FLAVOURS: [PfxCipher; 2] = [PfxCipher::TripleDesSha1, PfxCipher::Aes256Sha256];

/// What `openssl pkcs12` prints of a file; without its legacy provider.
fn read(path: &std::path::Path, password: &str) -> String {
    Peer::new("openssl").with("PASS", password).text(&args![
        "pkcs12", "-in", path, "-passin", "env:PASS", "-nodes"
    ])
}

/// The public half of a key that openssl printed.
fn public_of(private: &str, desk: &Desk) -> String {
    let path = desk.put("read.key", private.as_bytes());
    Peer::new("openssl").text(&args!["pkey", "-in", path, "-pubout"])
}

#[test]
fn every_kind_of_key_comes_out_as_it_went_in() {
    let desk = Desk::new();
    for identity in identities() {
        for flavour in FLAVOURS {
            let contents = PfxContents {
                keys: vec![identity.entry("网站证书 😀")],
                ..PfxContents::default()
            };
            let path = desk.pfx(&contents, &PfxRecipe::windows(flavour, 2_048), "password");
            let text = read(&path, "password");
            let keys = blocks(&text, "PRIVATE KEY");
            assert_eq!(keys.len(), 1, "{}", identity.name);
            assert_eq!(
                public_of(&keys[0], &desk),
                identity.public,
                "{}",
                identity.name
            );
            assert_eq!(blocks(&text, "CERTIFICATE").len(), 2);
            // Of names beyond ASCII openssl prints the lower bytes only.
            assert_eq!(text.matches("friendlyName: ").count(), 2, "{text}");
            assert_eq!(text.matches("localKeyID: ").count(), 2, "{text}");
        }
    }
}

#[test]
fn every_password_and_round_count_opens_it() {
    let desk = Desk::new();
    let long = "0123456789abcdef".repeat(4);
    let contents = PfxContents {
        keys: vec![identity("p256").entry("site")],
        ..PfxContents::default()
    };
    for flavour in FLAVOURS {
        for (password, iterations) in [
            ("", 1),
            ("password", 1),
            ("密码Ünï", 2_048),
            ("p😀w", 2_048),
            (long.as_str(), 2_048),
            ("password", 600_000),
        ] {
            let path = desk.pfx(
                &contents,
                &PfxRecipe::windows(flavour, iterations),
                password,
            );
            let text = read(&path, password);
            assert_eq!(blocks(&text, "PRIVATE KEY").len(), 1, "{password}");
        }
    }
}

#[test]
fn several_keys_share_one_intermediate() {
    let desk = Desk::new();
    let contents = PfxContents {
        keys: identities()
            .iter()
            .map(|each| each.entry(each.name))
            .collect(),
        trusted: Vec::new(),
    };
    let recipe = PfxRecipe::windows(PfxCipher::Aes256Sha256, 2_048);
    let text = read(&desk.pfx(&contents, &recipe, "password"), "password");
    let keys = blocks(&text, "PRIVATE KEY");
    let public: Vec<_> = keys.iter().map(|key| public_of(key, &desk)).collect();
    let expected: Vec<_> = identities()
        .iter()
        .map(|each| each.public.clone())
        .collect();
    assert_eq!(public, expected);
    assert_eq!(blocks(&text, "CERTIFICATE").len(), identities().len() + 1);
}

#[test]
fn certificates_alone_and_trusted_ones_are_read() {
    let desk = Desk::new();
    let root = root();
    let contents = PfxContents {
        keys: Vec::new(),
        trusted: vec![PfxTrusted {
            der: &root,
            friendly_name: Some("root"),
            is_java_trusted: true,
        }],
    };
    let recipe = PfxRecipe::windows(PfxCipher::Aes256Sha256, 2_048);
    let text = read(&desk.pfx(&contents, &recipe, "password"), "password");
    assert_eq!(blocks(&text, "CERTIFICATE").len(), 1);
    assert!(text.contains("friendlyName: root"), "{text}");
    assert!(text.contains("2.16.840.1.113894.746875.1.1"), "{text}");
}

#[test]
fn certificates_may_stay_readable_without_the_password() {
    let desk = Desk::new();
    let contents = PfxContents {
        keys: vec![identity("rsa2048").entry("site")],
        ..PfxContents::default()
    };
    let recipe = PfxRecipe {
        certificates: None,
        ..PfxRecipe::windows(PfxCipher::Aes256Sha256, 2_048)
    };
    let path = desk.pfx(&contents, &recipe, "password");
    let text = Peer::new("openssl").text(&args![
        "pkcs12",
        "-in",
        path,
        "-passin",
        "pass:wrong",
        "-nomacver",
        "-nokeys"
    ]);
    assert_eq!(blocks(&text, "CERTIFICATE").len(), 2);
    assert_eq!(blocks(&read(&path, "password"), "PRIVATE KEY").len(), 1);
}

#[test]
fn what_windows_keeps_beside_a_key_is_printed() {
    let desk = Desk::new();
    let mut entry = identity("rsa2048").entry("site");
    entry.attributes.provider = Some("Microsoft RSA SChannel Cryptographic Provider".to_owned());
    entry.attributes.is_machine_key = true;
    let contents = PfxContents {
        keys: vec![entry],
        ..PfxContents::default()
    };
    let recipe = PfxRecipe::windows(PfxCipher::TripleDesSha1, 2_048);
    let text = read(&desk.pfx(&contents, &recipe, "password"), "password");
    assert!(text.contains("Microsoft CSP Name: Microsoft RSA SChannel Cryptographic Provider"));
    // openssl prints the same of its own files with -LMK.
    assert!(
        text.contains("Microsoft Local Key set: <No Values>"),
        "{text}"
    );
}
