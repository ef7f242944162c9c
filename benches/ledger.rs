//! The ledger with 50,000 entries: what is known of a key, a search, one more entry.
//!
//!     cargo bench --bench ledger

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use certwright::core::artifact::Fingerprint;
use certwright::core::ledger::{Kept, NewEntry, Origin, Role, Search};
use certwright::core::time::Moment;
use certwright::platform::World;

const ENTRIES: u32 = 50_000;
/// Keys that are asked for; the middle time counts.
const ASKED: u32 = 2_001;
const SEARCHES: u32 = 11;
/// What a key's answer may take.
const BAR: Duration = Duration::from_millis(5);

fn entry(number: u32) -> NewEntry {
    let kept = |role, extension| Kept {
        role,
        path: format!("/home/admin/certificates/shop{number}.example.com.{extension}").into(),
    };
    NewEntry {
        key: Fingerprint::of(&number.to_be_bytes()),
        key_kind: "RSA 3072".to_owned(),
        request: Fingerprint::of(&number.to_le_bytes()),
        at: Moment(1_700_000_000 + i64::from(number)),
        origin: Origin::Made,
        subject: format!("CN=shop{number}.example.com, O=Example {number} Ltd, C=DE"),
        names: vec![
            format!("shop{number}.example.com"),
            format!("www.shop{number}.example.com"),
        ],
        kept: vec![kept(Role::Key, "key"), kept(Role::Request, "csr")],
    }
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("data");
    let world = World::in_folder(data.clone());
    let mut written = Vec::new();
    for number in 0..ENTRIES {
        let begun = Instant::now();
        world.env().ledger.record(&entry(number))?;
        written.push(begun.elapsed());
    }
    println!(
        "{ENTRIES} entries written, each on the disk: median {:?}",
        middle(written)
    );
    drop(world);

    let first = Instant::now();
    let world = World::in_folder(data);
    let ledger = world.env().ledger;
    black_box(ledger.of_key(&entry(0).key)?);
    println!("opened and asked for the first key: {:?}", first.elapsed());
    let mut known = Vec::new();
    for asked in 0..ASKED {
        let key = entry(asked.wrapping_mul(7_919) % ENTRIES).key;
        let begun = Instant::now();
        let found = ledger.of_key(&key)?;
        known.push(begun.elapsed());
        assert_eq!(found.len(), 1);
    }
    let known = middle(known);
    println!("one key: median {known:?}, at most {BAR:?} allowed");
    for words in ["shop49999", "example ltd", "nowhere"] {
        let wanted = Search {
            words: words.to_owned(),
            limit: 500,
        };
        let mut times = Vec::new();
        let mut found = 0;
        for _ in 0..SEARCHES {
            let begun = Instant::now();
            found = ledger.search(&wanted)?.len();
            times.push(begun.elapsed());
        }
        println!(
            "search for “{words}”: {found} found, median {:?}",
            middle(times)
        );
    }
    match known <= BAR {
        true => Ok(()),
        false => Err("too slow".into()),
    }
}
