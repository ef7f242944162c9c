//! A process that writes entries without end, killed at random moments: what it said is written is there.
//! `CERTWRIGHT_LEDGER_KILLS` says how often, `CERTWRIGHT_SEED` repeats a run.

use std::collections::BTreeSet;
use std::env;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use certwright::core::ledger::{EntryId, Search};
use certwright::core::time::Moment;
use certwright::platform::World;
use rusqlite::Connection;

use super::entry;

const FOLDER: &str = "LEDGER_KILLED_FOLDER";
const FIRST: &str = "LEDGER_KILLED_FIRST";
/// Longer than opening and some dozens of entries take.
const LONGEST_MICROS: u64 = 100_000;

/// Records, notes and marks without end; says each number when it is written.
#[test]
fn child_that_never_ends() {
    let (Ok(folder), Ok(first)) = (env::var(FOLDER), env::var(FIRST)) else {
        return;
    };
    println!("\nbegun");
    let world = World::in_folder(PathBuf::from(folder));
    let ledger = world.env().ledger;
    let first: u32 = first.parse().expect("a number");
    let mut out = std::io::stdout();
    for number in first.. {
        let id = ledger.record(&entry(number)).expect("written");
        writeln!(out, "written {} {number}", id.0).expect("said");
        ledger.note(id, &format!("note {number}")).expect("noted");
        ledger
            .mark_used(id, Some(Moment(i64::from(number))))
            .expect("marked");
        writeln!(out, "noted {} {number}", id.0).expect("said");
    }
}

/// Starts the child, kills it so long after it has begun, and gives the lines it said in full.
fn kill_after(folder: &Path, first: u32, delay: Duration) -> Vec<String> {
    let mut child = Command::new(env::current_exe().expect("this program"))
        .args([
            "--exact",
            "ledger::killed::child_that_never_ends",
            "--nocapture",
        ])
        .env(FOLDER, folder)
        .env(FIRST, first.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a child");
    let mut output = BufReader::new(child.stdout.take().expect("its output"));
    let mut line = String::new();
    while line != "begun\n" {
        line.clear();
        let read = output.read_line(&mut line).expect("a line");
        assert!(read > 0, "the child did not begin");
    }
    std::thread::sleep(delay);
    child.kill().expect("killed");
    child.wait().expect("its end");
    let mut said = Vec::new();
    let mut line = String::new();
    while output.read_line(&mut line).expect("a line") > 0 {
        // A line without its end was cut by the kill.
        said.extend(line.strip_suffix('\n').map(str::to_owned));
        line.clear();
    }
    said
}

/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators".
fn next(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *seed;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

fn number(name: &str) -> Option<u64> {
    env::var(name).ok()?.parse().ok()
}

/// What the children said so far.
#[derive(Default)]
struct Said {
    written: BTreeSet<(EntryId, u32)>,
    noted: BTreeSet<EntryId>,
}

impl Said {
    fn hear(&mut self, lines: &[String]) {
        for line in lines {
            let mut words = line.split(' ');
            let (Some(what), Some(Ok(id)), Some(Ok(number))) = (
                words.next(),
                words.next().map(str::parse),
                words.next().map(str::parse),
            ) else {
                continue;
            };
            match what {
                "written" => drop(self.written.insert((EntryId(id), number))),
                "noted" => drop(self.noted.insert(EntryId(id))),
                _ => {}
            }
        }
    }
}

fn check(folder: &Path, said: &Said, context: &str) -> u32 {
    let world = World::in_folder(folder.to_owned());
    let held = world
        .env()
        .ledger
        .search(&Search::default())
        .expect(context);
    for (id, number) in &said.written {
        let entry = held.iter().find(|entry| entry.id == *id);
        let entry = entry.unwrap_or_else(|| panic!("{context}: {id:?} is lost"));
        assert_eq!(entry.made, super::entry(*number), "{context}");
        if said.noted.contains(id) {
            assert_eq!(entry.note, format!("note {number}"), "{context}");
            assert_eq!(entry.used, Some(Moment(i64::from(*number))), "{context}");
        }
    }
    drop(world);
    let path = folder.join("certwright.db");
    if path.exists() {
        let raw = Connection::open(path).expect(context);
        let verdict: String = raw
            .query_row("PRAGMA integrity_check", [], |row| row.get(0))
            .expect(context);
        assert_eq!(verdict, "ok", "{context}");
    }
    let after = held.iter().map(|entry| entry.made.at.0 - 1_800_000_000 + 1);
    u32::try_from(after.max().unwrap_or_default()).expect("a small number")
}

#[test]
fn a_process_killed_at_a_random_moment_loses_nothing_it_said_was_written() {
    let nanos = SystemTime::UNIX_EPOCH
        .elapsed()
        .expect("after 1970")
        .subsec_nanos();
    let mut seed = number("CERTWRIGHT_SEED").unwrap_or(u64::from(nanos));
    let kills = number("CERTWRIGHT_LEDGER_KILLS").unwrap_or(200);
    println!("CERTWRIGHT_SEED={seed}");
    let folder = tempfile::tempdir().expect("a folder");
    let (mut data, mut said, mut first) = (folder.path().join("0"), Said::default(), 0);
    let (mut rows, mut early) = (0, 0);
    for kill in 0..kills {
        // Now and then from nothing, so that the making itself is interrupted too.
        if kill % 8 == 0 {
            (data, said, first) = (folder.path().join(kill.to_string()), Said::default(), 0);
        }
        let delay = Duration::from_micros(next(&mut seed) % LONGEST_MICROS);
        let lines = kill_after(&data, first, delay);
        early += usize::from(lines.is_empty());
        rows += lines.len();
        said.hear(&lines);
        first = check(&data, &said, &format!("kill {kill} after {delay:?}"));
    }
    println!("{kills} kills among {rows} lines said, {early} before the first");
    assert!(rows > 0, "nothing was ever written");
}
