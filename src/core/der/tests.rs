//! Expectations from X.690 and the fixtures' own makers.

use proptest::prelude::*;

use super::*;

#[test]
fn object_identifiers_go_both_ways() {
    // 1.2.840.113549 is X.690's own kind of example; 2.999 is from 8.19.5.
    for (dotted, octets) in [
        ("1.2.840.113549", &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d][..]),
        ("2.999.3", &[0x88, 0x37, 0x03]),
        ("2.5.29.17", &[0x55, 0x1d, 0x11]),
    ] {
        assert_eq!(oid_text(octets).unwrap(), dotted);
        assert_eq!(oid_bytes(dotted), octets);
    }
    assert!(oid_text(&[]).is_err());
    assert!(oid_text(&[0x2a, 0x86]).is_err());
    assert!(oid_bytes("not.an.oid").is_empty());
}

#[test]
fn lengths_are_capped_by_what_remains() {
    for hostile in [
        &[0x30, 0x84, 0xff, 0xff, 0xff, 0xff][..],
        &[0x04, 0x88, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        &[0x04, 0x02, 0x01],
        &[0x04, 0xff],
        &[0x1f],
    ] {
        assert!(Reader::new(hostile).read().is_err());
        assert!(normalise(hostile).is_err());
    }
}

#[test]
fn indefinite_lengths_become_definite() {
    let ber = [
        0x30, 0x80, 0x02, 0x01, 0x05, 0xa0, 0x80, 0x05, 0x00, 0, 0, 0, 0,
    ];
    let der = [0x30, 0x07, 0x02, 0x01, 0x05, 0xa0, 0x02, 0x05, 0x00];
    assert_eq!(normalise(&ber).unwrap(), der);
}

#[test]
fn strings_in_pieces_are_joined() {
    let nested = [
        0x24, 0x80, 0x04, 0x01, 1, 0x24, 0x80, 0x04, 0x02, 2, 3, 0, 0, 0x04, 0x00, 0, 0,
    ];
    assert_eq!(normalise(&nested).unwrap(), [0x04, 0x03, 1, 2, 3]);
    let bits = [0x23, 0x08, 0x03, 0x02, 0, 0xaa, 0x03, 0x02, 4, 0xb0];
    assert_eq!(normalise(&bits).unwrap(), [0x03, 0x03, 4, 0xaa, 0xb0]);
}

#[test]
fn padded_lengths_become_short() {
    assert_eq!(normalise(&[0x04, 0x82, 0, 1, 9]).unwrap(), [0x04, 0x01, 9]);
}

#[test]
fn nesting_is_bounded() {
    let deep = [0x30u8, 0x80].repeat(100_000);
    assert_eq!(normalise(&deep), Err(DerFault("nested too deep")));
    let pieces = [0x24u8, 0x80].repeat(100_000);
    assert_eq!(normalise(&pieces), Err(DerFault("nested too deep")));
}

#[test]
fn integers_are_written_as_der_wants() {
    assert_eq!(integer(0), [0x02, 0x01, 0]);
    assert_eq!(integer(128), [0x02, 0x02, 0, 0x80]);
    assert_eq!(unsigned(&[0, 0, 1, 2]), [0x02, 0x02, 1, 2]);
    assert_eq!(Reader::new(&integer(70_000)).small().unwrap(), 70_000);
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut reader = Reader::new(&bytes);
        while reader.read().is_ok() && !reader.is_empty() {}
        if let Ok(der) = normalise(&bytes) {
            // What was normalised is readable, and normalising again changes nothing.
            prop_assert!(Reader::new(&der).read().is_ok());
            prop_assert_eq!(normalise(&der), Ok(der));
        }
        drop(oid_text(&bytes));
    }
}
