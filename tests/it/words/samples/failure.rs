//! One sample of every failure about IIS and the ledger.

use std::path::PathBuf;

use certwright::core::artifact::Fingerprint;
use certwright::core::env::{ElevationFault, FileFault, Guard, HostFault, LockedFault};
use certwright::core::iis::config::{ConfigFault, ConfigFaultKind};
use certwright::core::iis::elevated::ElevatedFault;
use certwright::core::iis::flags::HttpSysFlags;
use certwright::core::iis::history::{ActFault, Damage, PlanId};
use certwright::core::iis::http_sys::netsh::{ListingFault, ListingFaultKind};
use certwright::core::iis::http_sys::{EntryKey, SslEntry};
use certwright::core::iis::plan::{PlanFileFault, Refusal};
use certwright::core::iis::store::import::PfxImportFault;
use certwright::core::iis::store::listing::{StoreListingFault, StoreListingFaultKind};
use certwright::core::ledger::{EntryId, LedgerFault};
use certwright::core::problem::Failure;

fn path() -> PathBuf {
    PathBuf::from("applicationHost.config")
}

fn acts() -> Vec<ActFault> {
    let path = path();
    let id = PlanId("0123456789ab".to_owned());
    let mut all = vec![
        ActFault::Busy { path: path.clone() },
        ActFault::Changed { path: path.clone() },
        ActFault::ChangedSince { path: path.clone() },
        ActFault::HistoryFull { path: path.clone() },
        ActFault::Link { path: path.clone() },
        ActFault::NameUnusable { path: path.clone() },
        ActFault::NewerFirst {
            newer: vec![id.clone()],
        },
        ActFault::NothingToUndo { path: path.clone() },
        ActFault::NotInForce { id: id.clone() },
        ActFault::RightsNotKept { path: path.clone() },
        ActFault::TooLarge { bytes: 1 << 30 },
        ActFault::UnknownAct { id },
    ];
    for damage in [
        Damage::Missing,
        Damage::Wrong,
        Damage::Unreadable(FileFault::Denied),
    ] {
        all.push(ActFault::CopyDamaged {
            copy: path.clone(),
            damage,
        });
    }
    for guard in [
        Guard::Link,
        Guard::OwnedBy("guest".to_owned()),
        Guard::WritableBy("everyone".to_owned()),
        Guard::WritableBy("Users".to_owned()),
    ] {
        all.push(ActFault::FolderOpen {
            path: path.clone(),
            guard,
        });
    }
    for fault in [FileFault::Denied, FileFault::Full] {
        all.push(ActFault::Unreadable {
            path: path.clone(),
            fault: fault.clone(),
        });
        all.push(ActFault::Unwritable {
            path: path.clone(),
            fault,
        });
    }
    all
}

fn files() -> Vec<Failure> {
    let path = path();
    let mut all = vec![
        Failure::NotConfiguration {
            path: path.clone(),
            fault: ConfigFault {
                line: 3,
                column: 5,
                kind: ConfigFaultKind::Dtd,
            },
        },
        Failure::NotIisFile { path: path.clone() },
    ];
    for kind in [
        ListingFaultKind::TooLarge,
        ListingFaultKind::TooMany,
        ListingFaultKind::Empty,
        ListingFaultKind::Binary,
        ListingFaultKind::NoListing,
        ListingFaultKind::Message,
        ListingFaultKind::Entry,
        ListingFaultKind::Cut,
    ] {
        let fault = ListingFault { line: 7, kind };
        all.push(Failure::NotSslListing {
            path: path.clone(),
            fault,
        });
    }
    for kind in [
        StoreListingFaultKind::AnotherCertificate,
        StoreListingFaultKind::CommandFailed(0x8009_0016),
        StoreListingFaultKind::Json("EOF".to_owned()),
        StoreListingFaultKind::NoThumbprint,
        StoreListingFaultKind::NotAListing,
        StoreListingFaultKind::TooLarge,
        StoreListingFaultKind::TooMany,
    ] {
        let fault = StoreListingFault { line: 7, kind };
        all.push(Failure::NotStoreListing {
            path: path.clone(),
            fault,
        });
    }
    for fault in [
        PlanFileFault::Newer { schema: 2 },
        PlanFileFault::NotAPlan {
            detail: "EOF".to_owned(),
        },
    ] {
        all.push(Failure::NotIisPlan {
            path: path.clone(),
            fault,
        });
    }
    all
}

fn ledger() -> Vec<LedgerFault> {
    let (path, detail) = (PathBuf::from("certwright.db"), "disk I/O error".to_owned());
    vec![
        LedgerFault::NoFolder,
        LedgerFault::Newer { version: 7 },
        LedgerFault::Damaged {
            path: path.clone(),
            detail: detail.clone(),
        },
        LedgerFault::Unusable { path, detail },
        LedgerFault::NoEntry(EntryId(7)),
    ]
}

/// All of them.
pub fn failures() -> Vec<Failure> {
    let path = path();
    let mut all = files();
    all.extend(ledger().into_iter().map(Failure::Ledger));
    all.extend(acts().into_iter().map(Failure::IisAct));
    for fault in [
        HostFault::NotAsked,
        HostFault::NotWindows,
        HostFault::NotInstalled,
        HostFault::Denied,
        HostFault::Other("0x80070002".to_owned()),
    ] {
        all.push(Failure::NoIis(fault));
    }
    for fault in [
        PfxImportFault::NotWindows,
        PfxImportFault::Denied,
        PfxImportFault::NotPfx,
        PfxImportFault::WrongPassword,
        PfxImportFault::NoKey,
        PfxImportFault::SeveralKeys(2),
        PfxImportFault::Other("0x80090016".to_owned()),
    ] {
        all.push(Failure::NotImported {
            path: path.clone(),
            fault,
        });
    }
    for fault in [
        ElevatedFault::OtherFile {
            config: path.clone(),
        },
        ElevatedFault::OtherPlan {
            found: Fingerprint([0; 32]),
        },
        ElevatedFault::Plan {
            path: path.clone(),
            fault: LockedFault::Busy,
        },
        ElevatedFault::Plan {
            path: path.clone(),
            fault: LockedFault::Open(Guard::WritableBy("Users".to_owned())),
        },
        ElevatedFault::NoIis(HostFault::NotInstalled),
    ] {
        all.push(Failure::Elevated(fault));
    }
    for fault in [
        ElevationFault::NotWindows,
        ElevationFault::ProgramMissing(path.clone()),
        ElevationFault::PathUnusable(path.clone()),
    ] {
        all.push(Failure::NotElevated(fault));
    }
    all.extend([
        Failure::HelperDeclined,
        Failure::HelperFailed { code: 2 },
        Failure::IisPlanRefused(Refusal::BindingUnknown),
        Failure::IisEntriesFirst(vec![SslEntry {
            key: EntryKey::CentralStore(443),
            thumbprint: None,
            app_id: None,
            store: None,
            flags: HttpSysFlags::default(),
        }]),
    ]);
    all
}
