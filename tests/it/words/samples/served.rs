//! Samples of facts about the certificates that a server sends.

use certwright::core::artifact::Fingerprint;
use certwright::core::finding::{
    Brief, Fact, RevocationReason, ServedAt, ServedFact, StapleFault, Whose,
};
use certwright::core::time::Moment;

const AT: Moment = Moment(1_790_000_000);

fn brief(name: &str) -> Brief {
    Brief {
        subject: name.to_owned(),
        issuer: name.to_owned(),
        fingerprint: Fingerprint([0xab; 32]),
        not_before: AT,
        not_after: Moment(AT.0 + 86_400 * 90),
    }
}

fn served(name: &str, address: &str) -> ServedAt {
    ServedAt {
        addresses: vec![address.to_owned()],
        certificate: Some(brief(name)),
    }
}

pub fn facts(name: &str) -> Vec<Fact> {
    let mut all = vec![
        ServedFact::DiffersBetweenAddresses {
            name: name.to_owned(),
            served: vec![
                served(name, "192.0.2.10:443"),
                served(name, "192.0.2.11:443"),
            ],
        },
        ServedFact::DefaultCertificate {
            product: "Plesk",
            subject: name.to_owned(),
            addresses: vec!["192.0.2.10:443".to_owned()],
        },
        ServedFact::Inspected {
            product: "Kaspersky",
            issuer: name.to_owned(),
            addresses: vec!["192.0.2.10:443".to_owned()],
        },
        ServedFact::StillExpired {
            name: name.to_owned(),
            not_after: AT,
            addresses: vec!["192.0.2.10:443".to_owned()],
        },
        ServedFact::Revoked {
            address: "192.0.2.10:443".to_owned(),
            subject: name.to_owned(),
            revoked_at: AT,
            reason: RevocationReason::KeyCompromise,
        },
    ];
    all.extend([0, 1, 2].map(|nth| ServedFact::NotCertificate {
        address: "192.0.2.10:443".to_owned(),
        nth,
        detail: "certificate: missing or cut short".to_owned(),
    }));
    all.extend(against(name));
    all.extend(staples(name));
    for (status, is_proof_wrong) in [(Some(400), false), (Some(101), true), (None, false)] {
        all.push(ServedFact::WebSocketRefused {
            url: "wss://www.example.com/chat".to_owned(),
            status,
            is_proof_wrong,
        });
    }
    all.into_iter().map(Fact::from).collect()
}

fn against(name: &str) -> Vec<ServedFact> {
    let whose = [
        Whose::Predecessor,
        Whose::Newer,
        Whose::OtherSite,
        Whose::Default,
        Whose::SelfSigned,
        Whose::Unreadable,
        Whose::Inspected,
        Whose::OtherKeyType,
    ];
    let differs = whose.map(|whose| ServedFact::DiffersFromFile {
        label: name.to_owned(),
        name: name.to_owned(),
        whose,
        product: Some("Plesk"),
        same_key: whose == Whose::Predecessor,
        file_covers: whose != Whose::OtherSite,
        wanted: brief(name),
        served: ServedAt {
            addresses: vec!["192.0.2.10:443".to_owned()],
            certificate: (whose != Whose::Unreadable).then(|| brief(name)),
        },
    });
    let partly = [Whose::Predecessor, Whose::OtherSite].map(|whose| ServedFact::Partly {
        label: name.to_owned(),
        name: name.to_owned(),
        with: vec!["192.0.2.10:443".to_owned()],
        whose,
        without: served(name, "192.0.2.11:443"),
    });
    differs.into_iter().chain(partly).collect()
}

fn staples(name: &str) -> Vec<ServedFact> {
    let faults = [
        StapleFault::Expired { next_update: AT },
        StapleFault::NotYetValid { this_update: AT },
        StapleFault::OtherCertificate,
        StapleFault::SignatureWrong,
        StapleFault::ResponderNotAllowed,
        StapleFault::Refused { status: 6 },
        StapleFault::StatusUnknown,
        StapleFault::Unreadable {
            detail: "no OCSPResponse".to_owned(),
        },
    ];
    let bad = faults.into_iter().map(|fault| ServedFact::StapleBad {
        address: "192.0.2.10:443".to_owned(),
        subject: name.to_owned(),
        must_staple: fault == StapleFault::OtherCertificate,
        fault,
    });
    let missing =
        [Some("http://ocsp.example.com".to_owned()), None].map(|url| ServedFact::StapleMissing {
            address: "192.0.2.10:443".to_owned(),
            subject: name.to_owned(),
            url,
        });
    bad.chain(missing).collect()
}
