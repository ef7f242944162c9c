//! A process that acts and undoes without end, killed at random moments. `CERTWRIGHT_RANDOM_KILLS` says how
//! often, `CERTWRIGHT_SEED` repeats a run.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use certwright::core::iis::history::{ActFault, Present, State};

use super::{change, look, stage, take_back, text};

const FILE: &str = "IIS_RANDOM_FILE";
/// Longer than a few acts and undos take.
const LONGEST_MICROS: u64 = 60_000;

fn content(number: usize) -> String {
    format!("state {number} <add certificate=\"…\" />\r\n").repeat(3_000)
}

/// The number of the state, if the file is whole.
fn state_of(text: &str) -> Option<usize> {
    let number = text.split(' ').nth(1)?.parse().ok()?;
    (text == content(number)).then_some(number)
}

/// Two acts, one undo, and so on. Run by the test below in a process of its own, which says when it begins.
#[test]
fn child_that_never_ends() {
    let Ok(file) = env::var(FILE) else {
        return;
    };
    let config = PathBuf::from(file);
    println!("\nbegun");
    for round in 0.. {
        let now = state_of(&text(&config)).expect("a whole file");
        if round % 3 == 2 {
            take_back(&config, None).expect("undone");
        } else {
            let (name, next) = (format!("plan {now}-{round}"), (now + 1) % 5);
            change(&config, &name, &content(now), &content(next)).expect("done");
        }
    }
}

/// Starts the child and kills it so long after it has begun.
fn kill_after(config: &Path, delay: Duration) {
    let mut child = Command::new(env::current_exe().expect("this program"))
        .args([
            "--exact",
            "iis_apply::random::child_that_never_ends",
            "--nocapture",
        ])
        .env(FILE, config)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a child");
    let output = BufReader::new(child.stdout.take().expect("its output"));
    let mut lines = output.lines().map_while(Result::ok);
    assert!(lines.any(|line| line == "begun"), "the child did not begin");
    std::thread::sleep(delay);
    child.kill().expect("killed");
    child.wait().expect("its end");
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

#[test]
fn a_process_killed_at_a_random_moment_leaves_a_whole_file_and_a_true_history() {
    let nanos = SystemTime::UNIX_EPOCH
        .elapsed()
        .expect("after 1970")
        .subsec_nanos();
    let mut seed = number("CERTWRIGHT_SEED").unwrap_or(u64::from(nanos));
    let kills = number("CERTWRIGHT_RANDOM_KILLS").unwrap_or(100);
    println!("CERTWRIGHT_SEED={seed}");
    let mut acts = 0;
    for kill in 0..kills {
        let (_folder, config) = stage(&content(0));
        let delay = Duration::from_micros(next(&mut seed) % LONGEST_MICROS);
        kill_after(&config, delay);
        let context = format!("kill {kill} after {delay:?}");
        assert!(state_of(&text(&config)).is_some(), "{context}: torn");
        let told = look(&config);
        assert_ne!(told.present, Present::ChangedByOthers, "{context}");
        assert_eq!(told.unreadable, [], "{context}");
        for act in &told.acts {
            assert_eq!(act.damage, None, "{context}");
            assert_ne!(act.state, State::Overtaken, "{context}");
        }
        acts += told.acts.len();
        undo_all(&config, &context);
    }
    println!("{kills} kills among {acts} acts");
}

/// Every undo works, and the last leads to the first state; from there the next act works.
fn undo_all(config: &Path, context: &str) {
    loop {
        let in_force = |told: &super::History| {
            let acts = told.acts.iter();
            acts.filter(|act| act.state == State::InForce).count()
        };
        let before = in_force(&look(config));
        match take_back(config, None) {
            Ok(_) => assert_eq!(in_force(&look(config)), before - 1, "{context}"),
            Err(ActFault::NothingToUndo { .. }) => break,
            Err(fault) => panic!("{context}: {fault:?}"),
        }
    }
    assert_eq!(state_of(&text(config)), Some(0), "{context}");
    change(config, "after", &content(0), &content(4)).expect("done");
    assert_eq!(state_of(&text(config)), Some(4), "{context}");
}
