//! The sample bundle that travels with the program, judged for the day it was made for.

use std::sync::Arc;

use zeroize::Zeroizing;

use crate::core::bundle::Source;
use crate::core::bundle::trust::TrustChoice;
use crate::core::time::Moment;

use super::undo::Membership;

/// Name under which pasted text is opened.
pub const PASTED_NAME: &str = "clipboard.pem";

const NAME: &str = "shop.example.com.zip";
const BYTES: &[u8] = include_bytes!("../../assets/sample/shop.example.com.zip");
const ROOT: &[u8] = include_bytes!("../../assets/sample/root.pem");
/// 2026-11-23T10:42:00Z.
const JUDGED_AT: Moment = Moment(1_795_430_520);

/// The sample, its root and its day.
pub fn membership() -> Membership {
    Membership {
        sources: vec![Source::Memory {
            name: NAME.to_owned(),
            bytes: Arc::new(Zeroizing::new(BYTES.to_vec())),
        }],
        trust: TrustChoice::Sample(ROOT.to_vec()),
        judge_at: Some(JUDGED_AT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sample_is_judged_for_its_own_day() {
        assert_eq!(JUDGED_AT.to_string(), "2026-11-23T10:42:00Z");
    }
}
