//! Names that brands add at no cost: one vendor's rule of 2024.

use certwright::core::csr::names::{Brand, advise};

const ALL: &[Brand] = &[
    Brand::GlobalSign,
    Brand::TrustAsia,
    Brand::TrustAsiaDv,
    Brand::GeoTrust,
];
const WITH_WWW: &[Brand] = &[Brand::TrustAsia, Brand::TrustAsiaDv, Brand::GeoTrust];

#[test]
fn the_rule_holds_for_all_four_brands() {
    for (bound, added) in [
        ("*.example.com", &[("example.com", ALL, false)][..]),
        ("www.example.com", &[("example.com", ALL, false)]),
        ("a.b.example.com", &[("b.example.com", ALL, false)]),
        ("*.a.example.com", &[("a.example.com", ALL, false)]),
        ("example.com", &[("www.example.com", WITH_WWW, true)]),
        ("example.co.uk", &[("www.example.co.uk", WITH_WWW, true)]),
        ("www.example.co.uk", &[("example.co.uk", ALL, false)]),
        ("*.co.uk", &[]),
        ("8.8.8.8", &[]),
        ("nas.local", &[]),
        ("*.example.com example.com", &[]),
        (
            "www.example.com *.example.com",
            &[("example.com", ALL, false)],
        ),
        ("a.shop.cn b.shop.cn", &[("shop.cn", ALL, false)]),
    ] {
        let advice = advise(bound);
        let told: Vec<_> = advice
            .additions
            .iter()
            .map(|one| (&*one.name, &*one.brands, one.is_www))
            .collect();
        assert_eq!(told, added, "{bound}");
    }
}

#[test]
fn an_addition_names_what_it_comes_with() {
    let advice = advise("*.example.com");
    assert_eq!(&*advice.additions[0].because, "*.example.com");
}
