//! One sample of every fact about a keystore.

use certwright::core::convert::{Reason, Target};
use certwright::core::finding::{KeystoreFact, Kind};
use certwright::core::keystore::{ChecksumFault, OtherEntry, OtherKind};

const CHECKSUM_FAULTS: [ChecksumFault; 5] = [
    ChecksumFault::ContentOpens,
    ChecksumFault::KeyLengthMissing,
    ChecksumFault::KeyTooShort,
    ChecksumFault::OtherRounds,
    ChecksumFault::OtherSalt,
];

pub fn facts() -> Vec<KeystoreFact> {
    let mut all = vec![
        KeystoreFact::NoMac {},
        KeystoreFact::AliasCollision {
            alias: "shop".into(),
        },
        KeystoreFact::TargetCannotRead {
            target: Target::Server2016,
            reason: Reason::CipherTooNew,
        },
        KeystoreFact::PasswordFileAbsent {
            files: vec!["IIS/shop.pfx".into(), "2_shop.key".into()],
        },
    ];
    all.extend(CHECKSUM_FAULTS.map(|cause| KeystoreFact::ChecksumWrong {
        kind: Kind::Pfx,
        cause,
    }));
    for accounts in [vec![], vec!["S-1-5-21-1004336348-1177238915-512".into()]] {
        all.push(KeystoreFact::AccountNeeded {
            kind: Kind::Pfx,
            accounts,
        });
    }
    for kind in [Kind::Pfx, Kind::Jks, Kind::Jceks] {
        all.extend([
            KeystoreFact::ContentPasswordWrong { kind, tried: 1 },
            KeystoreFact::CipherUnsupported {
                kind,
                cipher: "RC5".into(),
            },
            KeystoreFact::Damaged {
                kind,
                detail: "unexpected end".into(),
            },
            KeystoreFact::EntryNotShown {
                kind,
                entries: 2,
                listed: vec![
                    OtherEntry {
                        kind: OtherKind::Secret,
                        alias: Some("session key".into()),
                    },
                    OtherEntry {
                        kind: OtherKind::Crl,
                        alias: None,
                    },
                ],
            },
            KeystoreFact::PasswordNeeded { kind, seconds: 12 },
            KeystoreFact::PasswordNeeded { kind, seconds: 0 },
            KeystoreFact::PasswordWrong {
                kind,
                tried: 4,
                files: vec!["IIS/keystorePass.txt".into()],
                has_checksum: true,
            },
            KeystoreFact::PasswordWrong {
                kind,
                tried: 1,
                files: vec!["a.txt".into(), "b.txt".into()],
                has_checksum: false,
            },
        ]);
    }
    all
}
