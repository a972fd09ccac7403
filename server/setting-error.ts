/** A setting that cannot be right. `says` is a plain sentence with what to do. */
export class SettingError extends Error {
  override readonly name = 'SettingError'
  readonly setting: string
  readonly says: string
  constructor(setting: string, says: string) {
    super(says)
    this.setting = setting
    this.says = says
  }
}
