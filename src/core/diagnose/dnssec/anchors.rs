//! Where trust begins: the keys of the root.

use base64ct::{Base64, Encoding};

use super::records::{Digest, Key};
use crate::core::diagnose::Setup;
use crate::core::hex;

/// The Internet's root keys, as IANA publishes them (<https://data.iana.org/root-anchors/root-anchors.xml>), read
/// on 2026-11-20: KSK-2017 and KSK-2024, which signs from 2026-10-11 on.
const IANA: &str = "\
. IN DS 20326 8 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D
. IN DS 38696 8 2 683D2D0ACB8C9B712A1948B27F741219298D0A450D612C483AF444A4C0FB2B16";

/// The anchors of a run. `None` where a name space of one's own has none: nothing in it is signed.
pub(super) fn anchors(setup: &Setup) -> Option<Vec<Digest>> {
    match (&setup.anchors, setup.roots.is_empty()) {
        (Some(text), _) => Some(read(text)),
        (None, true) => Some(read(IANA)),
        (None, false) => None,
    }
}

/// Reads `. [TTL] [IN] DS …` and `. [TTL] [IN] DNSKEY …`, one a line.
fn read(text: &str) -> Vec<Digest> {
    text.lines().filter_map(line).collect()
}

fn line(line: &str) -> Option<Digest> {
    let line = line.split(';').next()?;
    let mut words = line
        .split_whitespace()
        .skip_while(|word| !matches!(*word, "DS" | "DNSKEY"));
    let kind = words.next()?;
    let first: u16 = words.next()?.parse().ok()?;
    let second: u8 = words.next()?.parse().ok()?;
    let third: u8 = words.next()?.parse().ok()?;
    let rest: String = words.collect();
    match kind {
        "DS" => Some(Digest {
            tag: first,
            algorithm: second,
            kind: third,
            digest: hex::read(&rest)?,
        }),
        _ => {
            let mut rdata = first.to_be_bytes().to_vec();
            rdata.extend([second, third]);
            rdata.extend(Base64::decode_vec(&rest).ok()?);
            Key::read(&rdata)?.digest(&crate::core::env::DnsName::default())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{IANA, read};

    #[test]
    fn a_key_and_its_digest_are_the_same_anchor() {
        let key = ". IN DNSKEY 257 3 8 AwEAAaz/tAm8yTn4Mfeh5eyI96WSVexTBAvkMgJzkKTOiW1vkIbzxeF3+/4RgWOq7HrxRixHlFlExOLAJr5emLvN7SWXgnLh4+B5xQlNVz8Og8kvArMtNROxVQuCaSnIDdD5LKyWbRd2n9WGe2R8PzgCmr3EgVLrjyBxWezF0jLHwVN8efS3rCj/EWgvIWgb9tarpVUDK/b58Da+sqqls3eNbuv7pr+eoZG+SrDK6nWeL3c6H5Apxz7LjVc1uTIdsIXxuOLYA4/ilBmSVIzuDWfdRUfhHdY6+cn8HFRm+2hM8AnXGXws9555KrUB5qihylGa8subX2Nn6UwNR1AkUTV74bU= ; keytag 20326";
        let iana = read(IANA);
        assert_eq!(iana.len(), 2);
        assert_eq!(read(key).first(), iana.first());
    }
}
