-- Whether a firm that is logged had this name once is asked at each new tenant.
CREATE INDEX "enterprises_former_names_idx" ON "enterprises" USING GIN ("former_names");
