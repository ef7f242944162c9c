//! Expectations computed by `openssl kdf` 3.0 with the parameters named here.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::core::progress::{Stage, Unwatched};

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn pbkdf2_agrees_with_openssl() {
    for (hash, expected) in [
        (
            Hash::Sha1,
            "2245a5ececd52608612363d58461cc07689dc4d3c48571864a511ce3eec497c2334b24209cb79de3ea0a25c223d097b7220ad47c2a113e777fc2b59c55fcd3e2d27bf27dcc7b",
        ),
        (
            Hash::Sha224,
            "e29a1fb0681d18b5d4894ca8e60484d0b9089de03cef13272ed0660f3cda4a18df064178ec4ef3851651b06958029864c97dde3e4134721241c11b5678c64e4a456c01e5728a",
        ),
        (
            Hash::Sha256,
            "a78641588f6551a919254d2f570356d658539bfa2ae455d860a5d6c5438f4d0ce8a71ede52aba6b8e17a9fca6890ab0ab278f46a51675a29585f86f6212ff1cd6b91a9f1f944",
        ),
        (
            Hash::Sha384,
            "cafa0160d69cdc9798823622578145ed2e72628298ac2e907e72d1abea099b263b979910f7d428e851ba918ec6487ec0258da7efe77305f33a3d5977a98fe4e8fb76e40cfd0c",
        ),
        (
            Hash::Sha512,
            "5e6a2be3ae9e5c491e1d2c960a9a0915dee802a74f0eab070e595f74318beb6f85570b00ab3fb9003289dc06c626a23ea2b14ff6a830f64a11bf84aa2ecdac7c789c43b3e972",
        ),
    ] {
        let key = pbkdf2(hash, b"password", b"saltSALTsalt", 3000, 70, &Unwatched).unwrap();
        assert_eq!(hex(&key), expected, "{}", hash.name());
    }
}

#[test]
fn the_pkcs12_derivation_agrees_with_openssl() {
    let password = [0, 0x70, 0, 0x61, 0, 0x73, 0, 0x73, 0xda, 0x3d, 0, 0];
    for (hash, expected) in [
        (
            Hash::Sha1,
            "aa6099021deed7e805a5a0609a5196f93aa25bff3cda0affb493f6071a38bb40136b481c238751a2589398a43c7a91e1da6d72952b0c12b976a25d3eec7f38d20d61b5345ff4",
        ),
        (
            Hash::Sha224,
            "492d9db3068b516cc055ebb35bc015acff8105d740a6afbe0c672084ad2094ed5e32ef7a371cbf3af75515dc136a3b77ab78ff500eedc019a2d77deec851e33244cd0b29df83",
        ),
        (
            Hash::Sha256,
            "d5c9e4f45a9972f2fd1c218deb3cc8735a490fa9d167d2b67a6283f8b6fede808f169e872a2f4ebf079c982b3ffb25f30d5baf7bba7f7d8f10ede2297600168bbec74fdad5ff",
        ),
        (
            Hash::Sha384,
            "34e871dfe83091f2948e0802883a98e5464a5ba3e61225a8f5e01a34ef8f680f08b6fb3588c6223a2bbd1715b993a110a91735b0f8b3b54f4e4a329b2a1719364bf85bf873e5",
        ),
        (
            Hash::Sha512,
            "0cc21ab640cad0b1e11e270a3b6c69d11f084ff92bf890eae7b83a0ac163cdb1eba61271e470e1e56bd7f1906dcb8e17bbc3ad35cecfbe025f994d5bfdc5f916d4be21087a82",
        ),
        (
            Hash::Sha512_256,
            "ce39f2d91a9bf3a2d58ebc7b0d615627f72e896e93366cf90b7c43a7c4065f8a84904317382674be31b0f52fbae087cf0963256fced9b93fe12e2960f68dc3d3f661c3b5feec",
        ),
    ] {
        let salt = [1, 2, 3, 4, 5, 6, 7, 8];
        let key = pkcs12(hash, Purpose::Key, &password, &salt, 3000, 70, &Unwatched).unwrap();
        assert_eq!(hex(&key), expected, "{}", hash.name());
    }
}

#[test]
fn scrypt_agrees_with_openssl() {
    let cost = ScryptCost {
        rows: 1024,
        units: 8,
        lanes: 3,
    };
    let key = cost.derive(b"password", b"NaCl", 70, &Unwatched).unwrap();
    assert_eq!(
        hex(&key),
        "26a658b50db3d61d6c21d9e9e708593d3ab85bd134f4c49a7c73e982860ccc18ee18b7213d4d65ea00b1671602796c51dca00e124f6ebb62cbad3894deee2a5f904859fcff9f"
    );
}

#[test]
fn absurd_costs_are_refused_before_any_work() {
    let refused = |fault: KdfFault, name: &str| {
        assert!(matches!(fault, KdfFault::LimitReached { limit, .. } if limit == name));
    };
    let rounds = limits::KDF_ITERATIONS + 1;
    refused(
        pbkdf2(Hash::Sha1, b"", b"", rounds, 16, &Unwatched).unwrap_err(),
        "kdf_iterations",
    );
    let memory = ScryptCost {
        rows: 1 << 20,
        units: 8,
        lanes: 1,
    };
    refused(
        memory.derive(b"", b"", 16, &Unwatched).unwrap_err(),
        "scrypt_bytes",
    );
    let lanes = ScryptCost {
        rows: 16,
        units: 1,
        lanes: u64::MAX,
    };
    refused(
        lanes.derive(b"", b"", 16, &Unwatched).unwrap_err(),
        "scrypt_bytes",
    );
    assert!(pbkdf2(Hash::Sha1, b"", b"", 0, 16, &Unwatched).is_err());
    let odd = ScryptCost {
        rows: 1000,
        units: 8,
        lanes: 1,
    };
    assert!(odd.derive(b"", b"", 16, &Unwatched).is_err());
}

/// Wants the work to stop at the so-many-th question.
struct StopsAt(AtomicUsize);

impl Progress for StopsAt {
    fn report(&self, _stage: Stage, _done: u64, _total: u64) {}
    fn is_cancelled(&self) -> bool {
        self.0.fetch_sub(1, Ordering::Relaxed) == 1
    }
}

#[test]
fn every_derivation_stops_when_cancelled() {
    let rounds = limits::KDF_ITERATIONS;
    let stop = || StopsAt(AtomicUsize::new(3));
    let cancelled = Err(KdfFault::Cancelled);
    assert_eq!(
        pbkdf2(Hash::Sha512, b"p", b"s", rounds, 64, &stop()),
        cancelled
    );
    assert_eq!(
        pbkdf2(Hash::Md5, b"p", b"s", rounds, 16, &stop()),
        cancelled
    );
    assert_eq!(
        pkcs12(Hash::Sha1, Purpose::Mac, b"p", b"s", rounds, 20, &stop()),
        cancelled
    );
    let cost = ScryptCost {
        rows: 1 << 16,
        units: 8,
        lanes: 1,
    };
    assert_eq!(cost.derive(b"p", b"s", 32, &stop()), cancelled);
}
