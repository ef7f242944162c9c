//! Every extension decoded, with the values that openssl sees too.

use super::fixtures;
use certwright::core::x509::details::Details;

#[test]
fn dump() {
    for fixture in fixtures("extensions") {
        let d = Details::decode(&fixture.certificate());
        println!("=== {}", fixture.name);
        for e in &d.extensions {
            if ["2.5.29.14", "2.5.29.35"].contains(&&*e.oid) && !fixture.name.contains("key-id") {
                continue;
            }
            println!("{} {:?} {}", e.oid, e.reading, e.is_critical);
            for l in &e.lines {
                println!(
                    "   {}{:?}: {:?}",
                    "  ".repeat(l.depth as usize),
                    l.label,
                    l.value
                );
            }
        }
    }
}
