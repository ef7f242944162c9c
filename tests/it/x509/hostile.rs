//! Arbitrary and mutated bytes: no panic, and no more work than the bytes are worth.

use proptest::prelude::*;

use super::fixtures;
use certwright::core::x509::details::Details;
use certwright::core::x509::{Certificate, Csr, RevocationList, dump};
use certwright::text::Lang;
use certwright::text::x509::{Oids, label, summary, value};

/// Reads the bytes in every way and words whatever comes out.
fn read_everything(der: &[u8]) {
    drop(Csr::parse(der));
    drop(RevocationList::parse(der));
    assert!(dump::tree(der).nodes.len() <= dump::LINES);
    let Ok(certificate) = Certificate::parse(der) else {
        return;
    };
    let _ = (
        certificate.title(),
        certificate.covers_host("shop.example.com"),
    );
    let _ = (
        certificate.lifetime_days(),
        certificate.lifetime_limit_days(),
    );
    let details = Details::decode(&certificate);
    for extension in &details.extensions {
        assert!(extension.lines.len() <= 1_001);
        drop(summary(Lang::Zh, extension));
    }
    let lines = details.groups.iter().flat_map(|group| &group.lines);
    for line in lines.chain(details.extensions.iter().flat_map(|one| &one.lines)) {
        drop((
            label(Lang::En, &line.label, Oids::Shown),
            value(Lang::Zh, &line.value, Oids::Shown),
        ));
    }
}

fn seeds() -> Vec<Vec<u8>> {
    let certificates = ["extensions", "forms", "names", "crls", "requests"];
    certificates
        .iter()
        .flat_map(|folder| fixtures(folder))
        .map(|fixture| fixture.der)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        read_everything(&bytes);
    }

    #[test]
    fn mutated_certificates_never_panic(
        seed in 0usize..10_000,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
        is_cut in prop::bool::weighted(0.1),
    ) {
        thread_local!(static SEEDS: Vec<Vec<u8>> = seeds());
        let mut der = SEEDS.with(|seeds| seeds[seed % seeds.len()].clone());
        for (at, byte) in changes {
            let at = at.index(der.len());
            der[at] = byte;
        }
        if is_cut {
            der.truncate(cut.index(der.len()));
        }
        read_everything(&der);
    }
}
