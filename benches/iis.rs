//! IIS with thousands of sites: scanning with all findings, and planning, carrying out and taking back
//! thousands of changes on a real disk.
//!
//! `cargo bench --bench iis`; with `-- --memory` the peak of one scan of 20,000 sites instead.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use certwright::core::env::Env;
use certwright::core::iis::act::{ApplyRequest, UndoRequest, apply, undo};
use certwright::core::iis::plan::{PlanFile, Wanted, make, suggest};
use certwright::core::iis::scan::{self, Scan};
use certwright::core::iis::version::IisVersion;
use certwright::core::op::Outcome;
use certwright::core::progress::Unwatched;
use certwright::platform::World;

/// Runs of one measurement; the middle one counts.
const RUNS: usize = 7;

/// A configuration of so many sites, two bindings each; every fourth https binding has no SNI.
fn configuration(sites: usize) -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<configuration>\r\n    <system.applicationHost>\r\n        <sites>\r\n",
    );
    for id in 1..=sites {
        let flags = usize::from(id % 4 != 0);
        text.push_str(&format!(
            "            <site name=\"customer {id:05}\" id=\"{id}\" serverAutoStart=\"true\">\r\n                <application path=\"/\" applicationPool=\"pool {id:05}\">\r\n                    <virtualDirectory path=\"/\" physicalPath=\"D:\\sites\\customer{id:05}\\wwwroot\" />\r\n                </application>\r\n                <bindings>\r\n                    <binding protocol=\"http\" bindingInformation=\"*:80:customer{id:05}.example.com\" />\r\n                    <binding protocol=\"https\" bindingInformation=\"*:443:customer{id:05}.example.com\" sslFlags=\"{flags}\" />\r\n                </bindings>\r\n            </site>\r\n"
        ));
    }
    text + "        </sites>\r\n    </system.applicationHost>\r\n</configuration>\r\n"
}

/// Entries of http.sys for them.
fn listing(sites: usize) -> String {
    let mut text =
        String::from("\r\nSSL Certificate bindings: \r\n-------------------------\r\n\r\n");
    let hash = "c40d7f219ae356b8d01234567890abcdef012345";
    let app = "{4dc3e181-e14b-4a21-b022-59fc669b0914}";
    let mut entry = |label: &str, key: &str| {
        text.push_str(&format!(
            "    {label:<28} : {key}\r\n    Certificate Hash             : {hash}\r\n    Application ID               : {app}\r\n    Certificate Store Name       : My\r\n    Usage Check                  : Enabled\r\n\r\n"
        ));
    };
    entry("IP:port", "0.0.0.0:443");
    for id in 1..=sites {
        if id % 4 != 0 {
            entry("Hostname:port", &format!("customer{id:05}.example.com:443"));
        }
    }
    text
}

fn request(folder: &Path) -> scan::Request {
    scan::Request {
        config: Some(folder.join("applicationHost.config")),
        ssl_entries: vec![folder.join("sslcert.txt")],
        version: Some(IisVersion::V10_2022),
        ..scan::Request::default()
    }
}

fn scanned(folder: &Path, env: &Env<'_>) -> Result<Scan, Box<dyn Error>> {
    let scan = scan::scan(&request(folder), env, &Unwatched)?;
    scan.ok_or_else(|| "cancelled".into())
}

fn write(folder: &Path, sites: usize) -> std::io::Result<()> {
    fs::write(folder.join("applicationHost.config"), configuration(sites))?;
    fs::write(folder.join("sslcert.txt"), listing(sites))
}

type Timed = Result<Duration, Box<dyn Error>>;

fn middle(mut act: impl FnMut() -> Timed) -> Timed {
    let times: Result<Vec<Duration>, Box<dyn Error>> = (0..RUNS).map(|_| act()).collect();
    let mut times = times?;
    times.sort();
    Ok(times.get(RUNS / 2).copied().unwrap_or_default())
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let folder = folder.path();
    let world = World::new();
    let env = world.env();
    if std::env::args().any(|argument| argument == "--memory") {
        write(folder, 20_000)?;
        let scan = scanned(folder, &env)?;
        println!("{} findings, {}", scan.notices.len(), peak());
        return Ok(());
    }
    let mut small = Duration::ZERO;
    for sites in [1_000, 20_000] {
        write(folder, sites)?;
        let size = fs::metadata(folder.join("applicationHost.config")).map_or(0, |file| file.len());
        let mut findings = 0;
        let time = middle(|| {
            let begin = Instant::now();
            let scan = scanned(folder, &env)?;
            findings = scan.notices.len();
            Ok(begin.elapsed())
        })?;
        println!("scan of {sites} sites, {size} bytes, {findings} findings: {time:.1?}");
        match sites {
            1_000 => small = time,
            _ => println!(
                "growth from 1,000 to 20,000: {:.1} times",
                time.as_secs_f64() / small.as_secs_f64()
            ),
        }
    }
    let time = middle(|| changed_and_back(folder, &env))?;
    println!("5,000 changes planned, carried out and taken back: {time:.1?}");
    println!("{}", peak());
    Ok(())
}

fn changed_and_back(folder: &Path, env: &Env<'_>) -> Timed {
    let scan = scanned(folder, env)?;
    let begin = Instant::now();
    let fixes = suggest(&scan, &Wanted::default());
    assert_eq!(fixes.len(), 5_000);
    let ground = scan.ground();
    let plan = make(&ground, &fixes);
    assert!(plan.refused.is_empty(), "{:?}", plan.refused.first());
    let config = folder.join("applicationHost.config");
    let file = PlanFile::of(&plan, &config, scan.sha256, &ground);
    let request = ApplyRequest {
        plan: file,
        copy_to: None,
        as_administrator: false,
    };
    assert!(matches!(apply(&request, env, &Unwatched), Outcome::Done(_)));
    let request = UndoRequest { config, id: None };
    assert!(matches!(undo(&request, env), Outcome::Done(_)));
    let time = begin.elapsed();
    fs::remove_dir_all(folder.join("certwright-undo"))?;
    Ok(time)
}

/// The most memory the process has held.
fn peak() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    format!("peak memory {}", line.unwrap_or("not known"))
}
