//! Names of ciphers and schemes that are recognised and not read here.

/// Schemes that are named, not read.
pub fn scheme_name(oid: &str) -> String {
    match oid {
        "1.2.840.113549.1.5.1" => "PBES1 DES-CBC, MD2",
        "1.2.840.113549.1.5.4" => "PBES1 RC2-CBC, MD2",
        "1.3.6.1.4.1.311.74.1" => "DPAPI-NG",
        "1.3.6.1.4.1.42.2.17.1.1" => "Java key protection",
        "1.3.6.1.4.1.42.2.19.1" => "PBEWithMD5AndTripleDES",
        _ => oid,
    }
    .to_owned()
}

/// Hashes and HMACs that are named, not read.
pub fn hash_name(oid: &str) -> String {
    match oid {
        "1.0.10118.3.0.55" => "Whirlpool",
        "1.2.156.10197.1.401" => "SM3",
        "1.2.156.10197.1.401.2" | "1.2.156.10197.1.401.3.1" => "HMAC-SM3",
        "1.2.643.2.2.9" => "GOST R 34.11-94",
        "1.2.643.2.2.10" => "HMAC-GOST R 34.11-94",
        "1.2.643.7.1.1.2.2" => "Streebog-256",
        "1.2.643.7.1.1.2.3" => "Streebog-512",
        "1.2.643.7.1.1.4.1" => "HMAC-Streebog-256",
        "1.2.643.7.1.1.4.2" => "HMAC-Streebog-512",
        "1.2.840.113549.2.2" => "MD2",
        "1.2.840.113549.2.4" => "MD4",
        "1.3.36.3.2.1" => "RIPEMD-160",
        "1.3.6.1.4.1.1722.12.2.1.16" => "BLAKE2b-512",
        "1.3.6.1.4.1.1722.12.2.2.8" => "BLAKE2s-256",
        "2.5.8.3.101" => "MDC-2",
        "2.16.840.1.101.3.4.2.7" => "SHA3-224",
        "2.16.840.1.101.3.4.2.8" => "SHA3-256",
        "2.16.840.1.101.3.4.2.9" => "SHA3-384",
        "2.16.840.1.101.3.4.2.10" => "SHA3-512",
        "2.16.840.1.101.3.4.2.13" => "HMAC-SHA3-224",
        "2.16.840.1.101.3.4.2.14" => "HMAC-SHA3-256",
        "2.16.840.1.101.3.4.2.15" => "HMAC-SHA3-384",
        "2.16.840.1.101.3.4.2.16" => "HMAC-SHA3-512",
        _ => oid,
    }
    .to_owned()
}

/// Ciphers that come in several key sizes and modes, by the arc before the number of the mode.
fn family_name(oid: &str) -> Option<String> {
    let (arc, number) = oid.rsplit_once('.')?;
    let number: usize = number.parse().ok()?;
    // CBC has older numbers than Camellia's other modes.
    let camellia_sizes = [(0, 128), (20, 192), (40, 256)];
    let camellia_mode = |mode| {
        [(1, "ECB"), (3, "OFB"), (4, "CFB"), (6, "GCM"), (9, "CTR")]
            .iter()
            .find(|(known, _)| *known == mode)
    };
    match arc {
        "0.3.4401.5.3.1.9" => camellia_sizes.iter().find_map(|(start, bits)| {
            let (_, mode) = camellia_mode(number.checked_sub(*start)?)?;
            Some(format!("CAMELLIA-{bits}-{mode}"))
        }),
        "1.2.392.200011.61.1.1.1" => {
            let bits = [128, 192, 256].get(number.checked_sub(2)?)?;
            Some(format!("CAMELLIA-{bits}-CBC"))
        }
        "1.2.410.200046.1.1" => {
            let number = number.checked_sub(1)?;
            let bits = [128, 192, 256].get(number / 5)?;
            let mode = ["ECB", "CBC", "CFB", "OFB", "CTR"].get(number % 5)?;
            Some(format!("ARIA-{bits}-{mode}"))
        }
        "1.2.410.200004.1" => {
            let mode = ["ECB", "CBC", "CFB", "OFB"].get(number.checked_sub(3)?)?;
            Some(format!("SEED-{mode}"))
        }
        "1.2.156.10197.1.104" => {
            let modes = ["ECB", "CBC", "OFB", "CFB", "CFB1", "CFB8", "CTR", "GCM"];
            Some(format!("SM4-{}", modes.get(number.checked_sub(1)?)?))
        }
        _ => None,
    }
}

/// Ciphers that are named, not read.
pub fn cipher_name(oid: &str) -> String {
    if let Some(name) = family_name(oid) {
        return name;
    }
    match oid {
        "1.2.643.7.1.1.5.1.1" | "1.2.643.7.1.1.5.1.2" => "GOST Magma",
        "1.2.643.7.1.1.5.2.1" | "1.2.643.7.1.1.5.2.2" => "GOST Kuznyechik",
        "1.3.6.1.4.1.188.7.1.1.2" => "IDEA-CBC",
        "2.16.840.1.101.3.4.1.5" => "AES-128 key wrap",
        "2.16.840.1.101.3.4.1.25" => "AES-192 key wrap",
        "2.16.840.1.101.3.4.1.45" => "AES-256 key wrap",
        "2.16.840.1.101.3.4.1.8" => "AES-128 key wrap with padding",
        "2.16.840.1.101.3.4.1.28" => "AES-192 key wrap with padding",
        "2.16.840.1.101.3.4.1.48" => "AES-256 key wrap with padding",
        "1.2.840.113533.7.66.10" => "CAST5-CBC",
        "1.3.6.1.4.1.3029.1.2" => "BLOWFISH-CBC",
        "1.2.643.2.2.21" => "GOST 28147-89",
        "2.16.840.1.101.3.4.1.6" => "AES-128-GCM",
        "2.16.840.1.101.3.4.1.26" => "AES-192-GCM",
        "2.16.840.1.101.3.4.1.46" => "AES-256-GCM",
        "1.2.840.113549.3.8" | "1.2.840.113549.3.9" => "RC5",
        _ => oid,
    }
    .to_owned()
}
