//! Keys and collections byte for byte as openssl writes them, and encrypted keys as others open them.

use certwright::core::key::PrivateKey;
use certwright::core::keystore::pkcs8;
use certwright::core::pkcs7;
use certwright::core::progress::Unwatched;
use certwright::core::secret::Secret;
use certwright::core::x509::export::{pem, secret_pem};
use certwright::platform::World;

use super::scene::{Desk, Peer, args, gnutls_public, identities, identity};
use crate::fixture;

/// A key of the fixtures with the file it is in.
fn keys() -> impl Iterator<Item = (&'static str, std::path::PathBuf, PrivateKey)> {
    [
        "rsa2048-pkcs8.pem",
        "rsa4096-pkcs8.pem",
        "p256-sec1.pem",
        "p256-pkcs8.pem",
        "p384-sec1.pem",
        "p521-pkcs8.pem",
        "sm2-pkcs8.pem",
        "certtool-p256.pem",
        "ed25519-pkcs8.pem",
    ]
    .into_iter()
    .map(|name| {
        let path = fixture::folder("keys").join(name);
        let key = PrivateKey::from_der(&fixture::der(&path)).unwrap();
        (name, path, key)
    })
}

#[test]
fn plain_keys_are_what_openssl_writes() {
    let openssl = Peer::new("openssl");
    for (name, path, key) in keys() {
        let pkcs8 = openssl.bytes(&args![
            "pkcs8", "-topk8", "-nocrypt", "-in", path, "-outform", "DER"
        ]);
        assert_eq!(*key.to_pkcs8(), pkcs8, "{name}");
        let own = key.to_pkcs1().or_else(|| key.to_sec1());
        if name.starts_with("ed25519") {
            assert!(own.is_none());
            continue;
        }
        let traditional = openssl.bytes(&args![
            "pkey",
            "-in",
            path,
            "-traditional",
            "-outform",
            "DER"
        ]);
        assert_eq!(*own.unwrap(), traditional, "{name}");
    }
}

#[test]
fn a_curve_in_numbers_gets_its_name_and_a_missing_point_is_added() {
    let (folder, openssl) = (fixture::folder("keys"), Peer::new("openssl"));
    let key = |name: &str| PrivateKey::from_der(&fixture::der(&folder.join(name))).unwrap();
    let explicit = folder.join("p256-explicit-curve-pkcs8.pem");
    let named = openssl.bytes(&args![
        "ec",
        "-in",
        explicit,
        "-param_enc",
        "named_curve",
        "-outform",
        "DER"
    ]);
    let sec1 = key("p256-explicit-curve-pkcs8.pem").to_sec1().unwrap();
    assert_eq!(*sec1, named);
    let whole = openssl.bytes(&args![
        "ec",
        "-in",
        folder.join("p256-sec1.pem"),
        "-outform",
        "DER"
    ]);
    assert_eq!(*key("p256-sec1-no-public.pem").to_sec1().unwrap(), whole);
}

#[test]
fn encrypted_keys_open_elsewhere() {
    let (desk, world) = (Desk::new(), World::new());
    for identity in identities() {
        for (password, iterations) in [("password", 2_048), ("密码Ünï p😀w", 1)] {
            let secret = Secret::from(password);
            let random = world.env().random;
            let der =
                pkcs8::encrypt(&identity.key, iterations, &secret, random, &Unwatched).unwrap();
            let text = secret_pem("ENCRYPTED PRIVATE KEY", &der);
            let path = desk.put("encrypted.pem", text.as_bytes());
            let public = Peer::new("openssl").with("PASS", password).text(&args![
                "pkey", "-in", path, "-passin", "env:PASS", "-pubout"
            ]);
            assert_eq!(public, identity.public, "{}", identity.name);
            assert_eq!(gnutls_public(&path, password), identity.public);
        }
    }
}

#[test]
fn a_collection_is_what_openssl_writes() {
    let desk = Desk::new();
    let chain = &identity("rsa2048").chain;
    let text: String = chain.iter().map(|der| pem("CERTIFICATE", der)).collect();
    let chain: Vec<&[u8]> = chain.iter().map(Vec::as_slice).collect();
    let path = desk.put("chain.pem", text.as_bytes());
    let theirs = Peer::new("openssl").bytes(&args![
        "crl2pkcs7",
        "-nocrl",
        "-certfile",
        path,
        "-outform",
        "DER"
    ]);
    let ours = pkcs7::write(&chain);
    assert_eq!(ours, theirs);
    let path = desk.put("chain.p7b", &ours);
    let listed = Peer::new("certtool").text(&args!["--p7-info", "--inder", "--infile", path]);
    assert!(listed.contains("Number of certificates: 2"), "{listed}");
}
