//! The ledger of requests: the database and its stand-in in memory behave alike, and what is written stays.

mod cli;
mod damage;
mod killed;
mod look;
mod rules;
mod together;

use certwright::core::artifact::Fingerprint;
use certwright::core::ledger::{Kept, NewEntry, Origin, Role};
use certwright::core::time::Moment;
use certwright::platform::World;
use tempfile::TempDir;

/// A folder and the world whose database lies in it.
pub fn world() -> (TempDir, World) {
    let folder = tempfile::tempdir().expect("a folder");
    let world = World::in_folder(folder.path().join("data"));
    (folder, world)
}

/// The entry of a number: its own request, a key shared by two.
pub fn entry(number: u32) -> NewEntry {
    NewEntry {
        key: Fingerprint::of(&(number / 2).to_be_bytes()),
        key_kind: "RSA 2048".to_owned(),
        request: Fingerprint::of(format!("request {number}").as_bytes()),
        at: Moment(1_800_000_000 + i64::from(number)),
        origin: Origin::Checked,
        subject: format!("CN=shop{number}.example.com, O=Straße {number} GmbH"),
        names: vec![
            format!("shop{number}.example.com"),
            format!("www.shop{number}.example.com"),
        ],
        kept: vec![Kept {
            role: Role::Request,
            path: format!("/etc/ssl/shop{number}.csr").into(),
        }],
    }
}
