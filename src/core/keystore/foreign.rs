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

/// Ciphers that are named, not read.
pub fn cipher_name(oid: &str) -> String {
    match oid {
        "1.2.392.200011.61.1.1.1.2" => "CAMELLIA-128-CBC",
        "1.2.392.200011.61.1.1.1.3" => "CAMELLIA-192-CBC",
        "1.2.392.200011.61.1.1.1.4" => "CAMELLIA-256-CBC",
        "1.2.410.200046.1.1.2" => "ARIA-128-CBC",
        "1.2.410.200046.1.1.7" => "ARIA-192-CBC",
        "1.2.410.200046.1.1.12" => "ARIA-256-CBC",
        "1.2.156.10197.1.104.2" => "SM4-CBC",
        "1.2.410.200004.1.4" => "SEED-CBC",
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
