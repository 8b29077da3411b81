/** ISO 3166-1 numeric codes of countries with mines or armed conflict, by their alpha-2 codes. */
const numbers = new Map(
  `AF 4 AM 51 AO 24 AR 32 AZ 31 BD 50 BF 854 BI 108 BJ 204 BO 68 BR 76 BW 72 CD 180 CF 140 CG 178 CI 384 CL 152 CM 120
   CN 156 CO 170 CU 192 DO 214 DZ 12 EC 218 EG 818 ER 232 ET 231 GA 266 GE 268 GH 288 GM 270 GN 324 GQ 226 GT 320
   GW 624 GY 328 HN 340 HT 332 ID 360 IL 376 IN 356 IQ 368 IR 364 KE 404 KG 417 KH 116 KZ 398 LA 418 LB 422 LK 144
   LR 430 LS 426 LY 434 MA 504 MG 450 ML 466 MM 104 MN 496 MR 478 MW 454 MX 484 MY 458 MZ 508 NA 516 NE 562 NG 566
   NI 558 NP 524 PA 591 PE 604 PG 598 PH 608 PK 586 PS 275 PY 600 RS 688 RU 643 RW 646 SA 682 SD 729 SL 694 SN 686
   SO 706 SR 740 SS 728 SV 222 SY 760 SZ 748 TD 148 TG 768 TH 764 TJ 762 TL 626 TM 795 TN 788 TR 792 TZ 834 UA 804
   UG 800 UZ 860 VE 862 VN 704 YE 887 ZA 710 ZM 894 ZW 716`
    .match(/[A-Z]{2} \d+/g)!
    .map((pair): [string, number] => [pair.slice(0, 2), Number(pair.slice(3))]),
);

/** The countries that `numberOfCountry` knows. */
export const numberedCountries: readonly string[] = [...numbers.keys()];

/** ISO 3166-1 numeric code of a country by its alpha-2 code; null where it is none of those. */
export function numberOfCountry(code: string): number | null {
  return numbers.get(code) ?? null;
}
